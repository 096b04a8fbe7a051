using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Exchange;

/// <summary>A list of codes with their labels.</summary>
public static class CodesCsv
{
    public static string Of(CodeList list)
    {
        var text = new StringWriter();
        CsvFile.WriteLine(text, ["code", "broader", "label_en", "label_zh_hans"]);
        foreach (var code in list.All)
            CsvFile.WriteLine(text, [code.Value, CellText.Of(code.Broader), Label(code, "en"), Label(code, "zh-Hans")]);
        return text.ToString();
    }

    private static string Label(Code code, string language) => CellText.Guard(code.Labels.GetValueOrDefault(language, ""));
}
