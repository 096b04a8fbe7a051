using CooperationRegistry.Web.Components.Workspace.Fields;

namespace CooperationRegistry.Web.Tests.Workspace;

public sealed class LatestTests
{
    [Fact]
    public async Task Questions_asked_in_a_burst_are_answered_once_with_the_last()
    {
        for (var round = 0; round < 20; round++)
        {
            var latest = new Latest();
            // Earlier questions take longer, so that whoever is not overtaken would answer last.
            var asked = Enumerable.Range(0, 8).Select(n => latest.Async(async cancel =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * (8 - n)), CancellationToken.None);
                return n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            })).ToList();
            var answers = await Task.WhenAll(asked);

            Assert.Equal(["7"], answers.OfType<string>());
        }
    }
}
