using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Bench.Generating;

internal readonly record struct Pair(string En, string Zh);

/// <param name="Sector">Its code.</param>
internal readonly record struct Topic(string En, string Zh, string Sector);

/// <summary>Words that generated records are put together from; the first of a list are used most.</summary>
internal static class Lexicon
{
    public static IReadOnlyList<Topic> Topics { get; } =
    [
        new("low-carbon development", "低碳发展", "lowCarbonCity"), new("renewable energy", "可再生能源", "renewableEnergy"), new("the energy transition", "能源转型", "energyTransition"),
        new("wind power", "风力发电", "wind"), new("solar power", "太阳能发电", "solar"), new("district heating", "区域供热", "districtHeating"), new("battery manufacturing", "电池制造", "batteries"),
        new("energy efficiency in buildings", "建筑能效", "buildings"), new("green hydrogen", "绿色氢能", "hydrogen"), new("smart grids", "智能电网", "smartGrids"), new("drinking water", "饮用水", "drinkingWater"),
        new("waste water treatment", "污水处理", "wastewater"), new("electric buses", "电动公交", "publicTransport"), new("charging stations", "充电设施", "electricVehicles"), new("air quality", "空气质量", "airQuality"),
        new("the circular economy", "循环经济", "wasteManagement"), new("an industrial park without carbon", "零碳产业园", "zeroCarbonParks"), new("technology transfer", "技术转移", "technologyTransfer"), new("energy storage", "储能", "energyStorage"),
        new("pumped storage", "抽水蓄能", "pumpedStorage"), new("heat pumps", "热泵", "heatPumps"), new("district cooling", "区域供冷", "districtCooling"), new("geothermal heat", "地热利用", "geothermal"), new("biogas", "沼气", "bioenergy"),
        new("small hydropower", "小水电", "hydropower"), new("tidal energy", "潮汐能", "oceanEnergy"), new("coal regions in transition", "煤炭地区转型", "coalTransition"), new("clean coal chemistry", "煤炭清洁化工", "coalChemistry"),
        new("carbon accounting", "碳核算", "carbonAccounting"), new("a local carbon market", "地方碳市场", "carbonMarkets"), new("carbon capture", "碳捕集", "carbonCapture"), new("green finance", "绿色金融", "greenFinance"),
        new("vocational training", "职业培训", "education"), new("joint research", "联合研究", "research"), new("student exchange", "学生交流", "education"), new("climate adaptation", "气候适应", "climateAdaptation"),
        new("flood protection", "防洪", "climateAdaptation"), new("digital metering", "数字计量", "digitalisation"), new("port electrification", "港口电气化", "portsAndShipping"), new("sustainable aviation fuel", "可持续航空燃料", "aviation"),
        new("green steel", "绿色钢铁", "industrialDecarbonisation"), new("low-carbon cement", "低碳水泥", "materials"), new("carbon fibre", "碳纤维", "carbonBasedMaterials"), new("microgrids for villages", "乡村微电网", "microgrids"),
        new("urban planning", "城市规划", "urbanDevelopment"), new("public lighting", "公共照明", "smartCity"), new("eco-farming", "生态农业", "agriculture"), new("sustainable tourism", "可持续旅游", "tourism"),
        new("cultural exchange", "文化交流", "culture"), new("trade in equipment", "设备贸易", "trade"), new("reactor safety", "核安全", "nuclearEnergy"), new("gas networks", "燃气管网", "oilAndGas"),
        new("waste heat recovery", "余热回收", "energyRecovery"), new("green building standards", "绿色建筑标准", "greenBuildings"), new("energy planning", "能源规划", "energyPlanning"), new("mine water", "矿井水利用", "coalMining"),
    ];

    public static IReadOnlyDictionary<AgreementKind, Pair> Instruments { get; } = new Dictionary<AgreementKind, Pair>
    {
        [AgreementKind.MemorandumOfUnderstanding] = new("Memorandum of understanding", "谅解备忘录"),
        [AgreementKind.StrategicCooperationAgreement] = new("Strategic cooperation agreement", "战略合作协议"),
        [AgreementKind.FrameworkAgreement] = new("Framework agreement", "框架协议"),
        [AgreementKind.Contract] = new("Contract", "合同"),
        [AgreementKind.JointDeclaration] = new("Joint declaration", "联合声明"),
        [AgreementKind.LetterOfIntent] = new("Letter of intent", "意向书"),
        [AgreementKind.JointEstablishment] = new("Joint centre", "共建中心协议"),
        [AgreementKind.SisterCityTie] = new("Sister city tie", "友好城市协议"),
        [AgreementKind.ProgrammeParticipation] = new("Programme", "项目参与协议"),
        [AgreementKind.NotStated] = new("Cooperation", "合作"),
    };

    public static IReadOnlyList<AgreementKind> Kinds { get; } =
    [
        AgreementKind.MemorandumOfUnderstanding, AgreementKind.StrategicCooperationAgreement, AgreementKind.FrameworkAgreement, AgreementKind.NotStated, AgreementKind.SisterCityTie,
        AgreementKind.LetterOfIntent, AgreementKind.Contract, AgreementKind.JointDeclaration, AgreementKind.ProgrammeParticipation, AgreementKind.JointEstablishment,
    ];

    /// <summary>{0} a topic, {1} another one, {2} a coined name, {3} a number, {4} a year.</summary>
    public static IReadOnlyList<Pair> Sentences { get; } =
    [
        new("The parties agree to work together on {0} and on {1}.", "双方同意在{0}和{1}方面开展合作。"),
        new("A working group meets {3} times a year.", "工作组每年召开{3}次会议。"),
        new("Experts from both sides prepare a plan for {0} until {4}.", "双方专家将于{4}年前编制{0}规划。"),
        new("A pilot in the quarter of {2} comes first.", "首先在{2}片区开展试点。"),
        new("The plan names {3} measures, most of them on {0}.", "规划提出{3}项措施，多数涉及{0}。"),
        new("Companies from both regions are invited to invest in {0}.", "邀请两地企业投资{0}。"),
        new("Delegations visit each other every second year.", "代表团每两年互访一次。"),
        new("Half of the cost of {0} is borne by the host.", "{0}费用的一半由东道方承担。"),
        new("The laboratory at {2} is opened to guests.", "{2}实验室向来访者开放。"),
        new("No sums are named.", "未提及金额。"),
        new("Data on {1} are shared each quarter.", "每季度共享{1}数据。"),
        new("Engineers are trained at the {2} works.", "工程师在{2}工厂接受培训。"),
        new("The signing was part of a forum on {0} with {3} guests.", "签约是{0}论坛的一部分，共有{3}位嘉宾出席。"),
        new("An earlier exchange on {1} led to it.", "此前关于{1}的交流促成了本次合作。"),
        new("It replaces oral promises of {4}.", "该文件取代{4}年的口头承诺。"),
        new("The {2} valley is to be supplied first.", "{2}河谷将首先获得供应。"),
        new("A joint venture for {0} is to follow.", "随后将成立{0}合资企业。"),
        new("The results are published in both languages.", "成果以两种语言发布。"),
        new("Schools take part with {3} classes.", "共有{3}个班级的学校参加。"),
        new("The bridge at {2} and its surroundings become a model district.", "{2}大桥及其周边将成为示范区。"),
    ];

    public static IReadOnlyList<Pair> Promises { get; } =
    [
        new("Publish a plan for {0}", "公布{0}规划"), new("Build a pilot plant for {0} at {2}", "在{2}建设{0}示范厂"), new("Train {3} engineers", "培训{3}名工程师"), new("Open an office at {2}", "在{2}设立办事处"),
        new("Replace {3} boilers", "更换{3}台锅炉"), new("Share measurements of {1}", "共享{1}监测数据"), new("Hold a yearly forum on {0}", "每年举办{0}论坛"), new("Connect {3} households", "接入{3}户家庭"),
    ];

    public static IReadOnlyList<Pair> AmountLabels { get; } =
        [new("Planned investment", "计划投资"), new("Grant", "赠款"), new("Contract value", "合同金额"), new("Loan", "贷款"), new("Budget of the first phase", "一期预算")];

    public static IReadOnlyList<Pair> QuantityLabels { get; } =
        [new("Capacity to be built", "拟建容量"), new("Emissions avoided", "减排量"), new("Jobs", "就业岗位"), new("Area of the park", "园区面积"), new("Electricity a year", "年发电量")];

    public static IReadOnlyList<Pair> Offices { get; } =
    [
        new("Mayor", "市长"), new("Deputy mayor", "副市长"), new("Director", "主任"), new("Chairwoman", "董事长"), new("General manager", "总经理"), new("President", "校长"), new("Secretary", "书记"), new("Head of department", "处长"),
    ];

    public static IReadOnlyList<Pair> Occasions { get; } =
        [new("Forum on {0}", "{0}论坛"), new("Conference on {0}", "{0}大会"), new("Week of {0}", "{0}周"), new("State visit", "国事访问"), new("Trade fair at {2}", "{2}博览会")];

    public static IReadOnlyList<Pair> Halls { get; } =
        [new("Town hall", "市政厅"), new("Conference centre", "会议中心"), new("University hall", "大学礼堂"), new("Embassy", "大使馆"), new("By the river", "河畔")];

    /// <summary>{0} a field, {1} a city, {2} a coined name.</summary>
    public static IReadOnlyList<Pair> Fields { get; } =
    [
        new("Energy", "能源"), new("Water", "水务"), new("Environment", "环境"), new("Transport", "交通"), new("Construction", "建设"), new("Technology", "科技"), new("Power", "电力"), new("Heating", "供热"),
        new("Investment", "投资"), new("Materials", "材料"), new("Mobility", "出行"), new("Climate", "气候"), new("Engineering", "工程"), new("Design", "设计"), new("Recycling", "资源循环"), new("Shipping", "航运"),
    ];

    public static IReadOnlyList<Pair> Newspapers { get; } =
        [new("The {2} Courier", "{2}信使报"), new("{2} Evening News", "{2}晚报"), new("{2} Daily", "{2}日报"), new("Office of Information of {2}", "{2}新闻办公室"), new("{2} Energy Review", "{2}能源评论"), new("Radio {2}", "{2}电台")];

    public static IReadOnlyList<Pair> Headlines { get; } =
    [
        new("{2} and its guests agree on {0}", "{2}与来宾就{0}达成一致"), new("More {0} for {2}", "{2}推进{0}"), new("Delegation returns from {2}", "代表团从{2}返回"), new("Notice on {0}", "关于{0}的通知"),
        new("Report on {0} and {1}", "{0}与{1}报告"), new("{3} projects on {0} begin", "{3}个{0}项目启动"), new("Talks about {1} at {2}", "{2}商谈{1}"),
    ];

    public static IReadOnlyList<(string Given, string Zh)> GivenNames { get; } =
    [
        ("Anna", "安娜"), ("Jonas", "约纳斯"), ("Maria", "玛丽亚"), ("Peter", "彼得"), ("Ingrid", "英格丽"), ("Carlos", "卡洛斯"), ("Aisha", "艾莎"), ("Tomasz", "托马什"), ("Elena", "叶莲娜"), ("Kofi", "科菲"),
        ("Sofia", "索菲亚"), ("Henrik", "亨里克"), ("Lucía", "露西亚"), ("André", "安德烈"), ("Yuki", "由纪"), ("Olu", "奥卢"), ("Mette", "梅特"), ("Björn", "比约恩"), ("Samuel", "塞缪尔"), ("Nadia", "娜迪亚"),
    ];

    public static IReadOnlyList<Pair> Surnames { get; } =
    [
        new("Wang", "王"), new("Li", "李"), new("Zhang", "张"), new("Liu", "刘"), new("Chen", "陈"), new("Yang", "杨"), new("Zhao", "赵"), new("Huang", "黄"), new("Zhou", "周"), new("Wu", "吴"), new("Xu", "徐"), new("Sun", "孙"),
        new("Hu", "胡"), new("Zhu", "朱"), new("Gao", "高"), new("Lin", "林"), new("He", "何"), new("Guo", "郭"), new("Ma", "马"), new("Luo", "罗"),
    ];
}
