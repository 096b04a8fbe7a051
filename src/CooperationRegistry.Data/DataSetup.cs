using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Data.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Data;

public static class DataSetup
{
    /// <summary>The database and the desks over it; all are safe to share, because each call opens its own context.</summary>
    public static IServiceCollection AddRegistryData(this IServiceCollection services, string connectionString) =>
        services
            .AddRegistryDatabase(connectionString)
            .AddSingleton<PublicationNotice>()
            .AddSingleton<ProposalDesk>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<SigningDesk>()
            .AddSingleton<MergeDesk>()
            .AddSingleton<ReconciliationDesk>()
            .AddSingleton<WithdrawalDesk>()
            .AddSingleton<AttachmentStore>()
            .AddSingleton<AttachmentText>()
            .AddSingleton<RecordSuggestions>()
            .AddSingleton<LinkChecks>()
            .AddSingleton<Duplicates>()
            .AddSingleton<WorkLists>()
            .AddSingleton<OneTimeLinks>()
            .AddSingleton<ImportWork>()
            .AddSingleton<ImportDesk>()
            .AddSingleton<RecordFiles>();
}
