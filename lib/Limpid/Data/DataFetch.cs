namespace Limpid.Data;

/// <summary>Brings what is missing of one data set into the cache, source by source; <paramref name="attempts"/> holds what was tried before.</summary>
internal sealed class DataFetch(DataSet set, DataOptions options, DataLocations locations, List<DataAttempt> attempts)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "User-Agent", "limpid" } },
    };

    private string Folder => Path.Combine(options.CacheFolder, set.Name);

    /// <summary>Returns when every file is at hand; throws <see cref="DataSetUnavailableException"/> when the sources are exhausted.</summary>
    public async Task RunAsync(IProgress<DataProgress>? progress, CancellationToken cancel)
    {
        using IDisposable hold = await LockAsync(cancel).ConfigureAwait(false);
        // Another process may have fetched the set while this one waited for the lock.
        IReadOnlyList<DataFile> missing = Missing();
        foreach (DataSource source in set.Sources)
        {
            if (missing.Count == 0)
                return;
            if (source.Fetch is { } fetch)
                await TryAsync(source, fetch, missing, progress, cancel).ConfigureAwait(false);
            else
                Note(source, missing);
            missing = Missing();
        }
        if (missing.Count > 0)
            throw new DataSetUnavailableException(set.Name, [.. attempts.Distinct()]);
    }

    private async Task TryAsync(
        DataSource source, Func<FetchJob, CancellationToken, Task> fetch, IReadOnlyList<DataFile> missing, IProgress<DataProgress>? progress, CancellationToken cancel)
    {
        try
        {
            await fetch(new FetchJob(set, source, missing, Folder, options, Http, progress), cancel).ConfigureAwait(false);
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            attempts.Add(new DataAttempt(source.Description, "no answer within 30 s"));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
        {
            attempts.Add(new DataAttempt(source.Description, $"no connection: {e.Message}"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or DataContentException)
        {
            attempts.Add(new DataAttempt(source.Description, e.Message));
        }
    }

    private void Note(DataSource source, IReadOnlyList<DataFile> missing)
    {
        if (source is FolderSource && options.UserFolder is null)
            attempts.Add(new DataAttempt(source.Description, "not set"));
        else if (missing.Any(file => !source.LocalPaths(set, file, locations).Any(File.Exists)))
            attempts.Add(new DataAttempt(source.Description, $"has no {string.Join(", ", missing.Select(file => file.Name))}"));
    }

    private IReadOnlyList<DataFile> Missing() =>
        [.. set.Files.Where(file => LocalCopy.Candidates(set, file, locations).All(copy => copy.TryRead(file, attempts) is null))];

    private async Task<IDisposable> LockAsync(CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            IDisposable hold = await CacheLock.TakeAsync(Folder, cancel).ConfigureAwait(false);
            foreach (string leftover in Directory.GetFileSystemEntries(Folder, "*" + FetchJob.PartialEnding))
                Remove(leftover);
            return hold;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataCacheException(Folder, e);
        }
    }

    private static void Remove(string leftover)
    {
        if (Directory.Exists(leftover))
            Directory.Delete(leftover, recursive: true);
        else
            File.Delete(leftover);
    }
}
