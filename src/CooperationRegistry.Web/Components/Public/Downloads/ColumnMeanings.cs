using System.Globalization;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Languages;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Downloads;

/// <summary>What the columns of the lists hold. A column that means the same in several lists has one text, any other one of its noun: <c>Column_Project_status</c>.</summary>
internal sealed class ColumnMeanings(IStringLocalizer<PublicTexts> texts)
{
    /// <summary>In the language of the request.</summary>
    public string Here(RecordKind kind, ListColumn column) =>
        texts[$"Column_{kind}_{column.Name}"] is { ResourceNotFound: false } own ? own : texts[$"Column_{column.Name}"];

    /// <summary>In each language, whatever that of the request.</summary>
    public ColumnMeaning Of(RecordKind kind, ListColumn column) => new(In(InterfaceLanguage.English, kind, column), In(InterfaceLanguage.Chinese, kind, column));

    private string In(string language, RecordKind kind, ListColumn column)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return Here(kind, column);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
