using CooperationRegistry.Web.Commands;

namespace CooperationRegistry.Web.Tests;

public class SettingArgumentsTests
{
    [Fact]
    public void Settings_are_told_from_options()
    {
        var (settings, others) = SettingArguments.Split(
            ["--port", "80", "--PublicUrl", "https://registry.example.org", "--Postgres:Bin=/opt/pg/bin", "load", "a.jsonl"]);

        Assert.Equal(["--PublicUrl", "https://registry.example.org", "--Postgres:Bin=/opt/pg/bin"], settings);
        Assert.Equal(["--port", "80", "load", "a.jsonl"], others);
    }

    [Fact]
    public void Mistyped_option_stays_an_option()
    {
        var (settings, others) = SettingArguments.Split(["--prot", "80"]);

        Assert.Empty(settings);
        Assert.Equal(["--prot", "80"], others);
    }
}
