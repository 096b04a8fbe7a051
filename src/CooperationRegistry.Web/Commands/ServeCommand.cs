using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

/// <summary>Serves the site until Ctrl+C; with the default settings from a database of its own.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Option<int?> _port = new("--port") { Description = "The port on localhost; 5080 unless said.", HelpName = "N" };
    private readonly Option<bool> _noSample = new("--no-sample") { Description = "Leave an empty database empty." };

    public ServeCommand()
        : base("serve", "Serves the site; also without naming it.") => ServeBy(this);

    /// <summary>Gives another command the same options and deed.</summary>
    public void ServeBy(Command command)
    {
        command.Add(_port);
        command.Add(_noSample);
        command.SetAction(InvokeAsync);
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = RegistryHost.CreateBuilder(parsed, quiet: false);
        ListeningAddress.Set(builder, parsed.GetValue(_port));
        await using var database = await RegistryDatabase.OpenAsync(builder, cancellationToken);
        await using var app = RegistryApp.Build(builder);
        if (database.IsPrivate && !parsed.GetValue(_noSample))
            await StoreWork.LoadSampleIntoEmptyAsync(app.Services, cancellationToken);
        if (app.Environment.IsProduction())
            await OwnerRefusal.CheckAsync(app.Services, cancellationToken);

        await app.StartAsync(cancellationToken);
        await Welcome.PrintAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
