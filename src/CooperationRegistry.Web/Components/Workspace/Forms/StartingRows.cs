using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Forms;

internal static class StartingRows
{
    /// <summary>Offers the rows of the plain case: two parties, a signing, a name, a source. What stays blank is dropped at submit.</summary>
    public static void Offer(this DraftEditor editor)
    {
        if (editor.Draft.Content is AgreementContent agreement)
        {
            while (agreement.Parties.Count < 2)
                agreement.Parties.Add(new Party { Key = editor.Main.NextKey("parties", "p") });
            if (agreement.Events.Count == 0)
                agreement.Events.Add(new AgreementEvent { Key = editor.Main.NextKey("events", "e"), Kind = EventKind.Signed });
        }
        if (editor.Draft.Content is CitedContent { Citations.Count: 0 })
            editor.BeginCitation(editor.Main);
    }

    public static void Begin(this DraftEditor editor)
    {
        switch (editor.Draft.Content)
        {
            case AgreementContent agreement:
                // A new entry mostly comes from a report, not from the paper itself.
                agreement.Evidence = Evidence.Reported;
                break;
            case CityContent city:
                (city.Kind, city.Names) = (CityKind.City, [new CityName { Key = "n1", Language = "en" }]);
                break;
            case PartnerContent partner:
                (partner.Kind, partner.Names) = (PartnerKind.Company, [new PartnerName { Key = "n1", Language = "en" }]);
                break;
        }
        editor.Offer();
    }
}
