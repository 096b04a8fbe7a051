namespace CooperationRegistry.Data.Exchange;

public static class PagesBegun
{
    /// <summary>The same pages, of which the first is read now: before anything is written, so that a failure is an error and not half a file.</summary>
    public static async Task<IAsyncEnumerable<T>> BegunAsync<T>(this IAsyncEnumerable<T> pages, CancellationToken cancellationToken)
    {
        var reader = pages.GetAsyncEnumerator(cancellationToken);
        var isMore = await reader.MoveNextAsync();
        return All();

        async IAsyncEnumerable<T> All()
        {
            await using (reader)
            {
                for (; isMore; isMore = await reader.MoveNextAsync())
                    yield return reader.Current;
            }
        }
    }
}
