var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "hi");
await app.RunAsync();
