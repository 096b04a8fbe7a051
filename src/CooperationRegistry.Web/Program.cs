using System.CommandLine;
using CooperationRegistry.Web.Commands;

var serve = new ServeCommand();
var root = new RootCommand("Cooperation Registry: without a verb it serves the site.")
{
    SharedOptions.Data,
    SharedOptions.Environment,
    serve,
    new MigrateCommand(),
    new LoadCommand(),
    new ExportCommand(),
    new ImportCommand(),
    new ReindexCommand(),
    new Command("user", "Accounts.") { new UserAddCommand() },
    new Command("audit", "The audit log.") { new AuditVerifyCommand() },
};
serve.ServeBy(root);

return await CommandRunner.RunAsync(root, args);
