namespace Limpid.Data;

/// <summary>Files at an address of their own.</summary>
/// <param name="Url">Address with <c>{file}</c>; an ending <c>.gz</c> or <c>.bz2</c> is undone.</param>
public sealed record UrlSource(string Url) : DataSource
{
    /// <inheritdoc/>
    public override string Description => Url;

    internal override Func<FetchJob, CancellationToken, Task>? Fetch => FetchAsync;

    private async Task FetchAsync(FetchJob job, CancellationToken cancel)
    {
        foreach (DataFile file in job.Files)
        {
            string address = Fill(Url, file);
            await using Stream body = await job.OpenAsync(new Uri(address), null, cancel).ConfigureAwait(false);
            await using Stream content = Compressed.Undo(body, address);
            await job.StoreAsync(file, content, cancel).ConfigureAwait(false);
        }
    }
}
