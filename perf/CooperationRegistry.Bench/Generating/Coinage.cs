namespace CooperationRegistry.Bench.Generating;

/// <summary>Names that nobody bears, from syllables.</summary>
internal static class Coinage
{
    private static readonly Pair[] ChineseHeads =
    [
        new("Bei", "北"), new("Chang", "昌"), new("Dong", "东"), new("Da", "大"), new("Shen", "沈"), new("Kai", "开"), new("Lin", "林"), new("Nan", "南"), new("Ping", "平"), new("Xin", "新"), new("Yong", "永"), new("Zheng", "郑"),
        new("An", "安"), new("Bao", "宝"), new("Cang", "苍"), new("De", "德"), new("En", "恩"), new("Feng", "丰"), new("Gao", "高"), new("Hai", "海"), new("Ji", "吉"), new("Jin", "金"), new("Lan", "兰"), new("Long", "龙"),
        new("Mei", "梅"), new("Ning", "宁"), new("Pan", "磐"), new("Qing", "青"), new("Rui", "瑞"), new("Song", "松"), new("Tai", "泰"), new("Wan", "万"), new("Wen", "文"), new("Xi", "西"), new("Yan", "燕"), new("Yu", "玉"),
        new("Zhen", "镇"), new("Zhong", "中"), new("Shuang", "双"), new("Qian", "千"),
    ];

    private static readonly Pair[] ChineseTails =
    [
        new("yang", "阳"), new("hai", "海"), new("feng", "峰"), new("ling", "岭"), new("quan", "泉"), new("zhou", "州"), new("an", "安"), new("bei", "北"), new("cheng", "城"), new("chuan", "川"), new("du", "渡"), new("gang", "港"),
        new("he", "河"), new("hu", "湖"), new("jiang", "江"), new("kou", "口"), new("li", "里"), new("men", "门"), new("ning", "宁"), new("pu", "浦"), new("qiao", "桥"), new("shan", "山"), new("shi", "石"), new("tan", "潭"),
        new("tang", "塘"), new("tun", "屯"), new("wan", "湾"), new("xi", "溪"), new("xing", "兴"), new("yuan", "源"), new("yun", "云"), new("ze", "泽"), new("zhuang", "庄"), new("bao", "堡"), new("ping", "坪"), new("xian", "贤"),
    ];

    private static readonly Pair[] Heads =
    [
        new("Al", "阿尔"), new("Bre", "布雷"), new("Cor", "科尔"), new("Dun", "邓"), new("El", "埃尔"), new("Fal", "法尔"), new("Gra", "格拉"), new("Hol", "霍尔"), new("Is", "伊斯"), new("Jor", "约尔"), new("Kel", "凯尔"), new("Lun", "伦"),
        new("Mar", "马尔"), new("Nor", "诺尔"), new("Ost", "奥斯特"), new("Pel", "佩尔"), new("Quin", "昆"), new("Ros", "罗斯"), new("Sal", "萨尔"), new("Tor", "托尔"), new("Ul", "乌尔"), new("Var", "瓦尔"), new("Wes", "韦斯"), new("Yar", "亚尔"),
        new("Zel", "泽尔"), new("Bø", "伯"), new("Mün", "明"), new("Chi", "奇"), new("Tha", "塔"), new("Ki", "基"), new("Ndo", "恩多"), new("Ama", "阿马"), new("Vla", "弗拉"), new("Sze", "塞"), new("Łu", "乌"), new("Sã", "桑"),
    ];

    private static readonly Pair[] Middles =
    [
        new("ba", "巴"), new("den", "登"), new("fo", "福"), new("gri", "格里"), new("la", "拉"), new("li", "利"), new("mo", "莫"), new("na", "纳"), new("ra", "拉"), new("ro", "罗"), new("sa", "萨"), new("ti", "蒂"), new("va", "瓦"), new("vi", "维"),
        new("ke", "克"), new("lu", "卢"), new("me", "梅"), new("no", "诺"), new("pi", "皮"), new("se", "塞"),
    ];

    private static readonly Pair[] Tails =
    [
        new("burg", "堡"), new("dorf", "多夫"), new("ville", "维尔"), new("ton", "顿"), new("ham", "汉姆"), new("by", "比"), new("stad", "斯塔德"), new("grad", "格勒"), new("pol", "波尔"), new("mar", "马"), new("sund", "松"), new("hagen", "哈根"),
        new("wick", "威克"), new("port", "港"), new("ford", "福德"), new("field", "菲尔德"), new("ette", "埃特"), new("ano", "阿诺"), new("ina", "伊纳"), new("ejo", "埃霍"), new("ska", "斯卡"), new("vik", "维克"), new("mère", "梅尔"), new("ów", "乌夫"),
        new("çay", "恰伊"), new("abad", "阿巴德"), new("pur", "布尔"), new("ado", "阿多"), new("isi", "伊西"), new("ande", "安德"),
    ];

    public static Pair ChineseCity(Random random)
    {
        var head = random.Any(ChineseHeads);
        var tail = random.Any(ChineseTails);
        if (random.Once(0.4))
            return Joined(head, tail);
        var middle = random.Any(ChineseTails);
        return Joined(Joined(head, middle), tail);
    }

    public static Pair ForeignCity(Random random)
    {
        var start = random.Once(0.15) ? random.Any(Heads) : Joined(random.Any(Heads), random.Any(Middles));
        return Joined(start, random.Any(Tails));
    }

    /// <summary>A rare word.</summary>
    public static Pair Word(Random random) => random.Once(0.3) ? ChineseCity(random) : Joined(Joined(random.Any(Heads), random.Any(Middles)), Joined(random.Any(Middles), random.Any(Tails)));

    /// <summary>As printed: of a Chinese person in characters half of the time.</summary>
    public static Pair Person(Random random)
    {
        if (random.Once(0.5))
        {
            var given = random.Any(Lexicon.GivenNames);
            var family = ForeignCity(random);
            return new($"{given.Given} {family.En}", $"{given.Zh}·{family.Zh}");
        }
        var surname = random.AnySkewed(Lexicon.Surnames);
        var name = Joined(random.Any(ChineseHeads), random.Any(ChineseTails));
        return new($"{surname.En} {name.En}", surname.Zh + name.Zh);
    }

    private static Pair Joined(Pair left, Pair right) => new(left.En + right.En, left.Zh + right.Zh);
}
