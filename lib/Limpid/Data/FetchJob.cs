using System.Security.Cryptography;

namespace Limpid.Data;

/// <summary>One attempt to bring files into one cache folder from one source.</summary>
internal sealed class FetchJob(
    DataSet set, DataSource source, IReadOnlyList<DataFile> files, string folder, DataOptions options, HttpClient http, IProgress<DataProgress>? progress)
{
    /// <summary>The ending of what is not yet checked; whoever holds the folder's lock may delete such leftovers.</summary>
    public const string PartialEnding = ".partial";

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    /// <summary>The files asked for.</summary>
    public IReadOnlyList<DataFile> Files => files;

    /// <summary>The cache folder of the set.</summary>
    public string Folder => folder;

    /// <summary>A name that no other process or thread uses.</summary>
    public static string Partial(string name) => $"{name}.{Environment.ProcessId}-{Guid.NewGuid():N}{PartialEnding}";

    /// <summary>Tells how many bytes the source has given.</summary>
    public void Report(long done, long? total) => progress?.Report(new DataProgress(set.Name, source.Description, done, total));

    /// <summary>The npm registry to ask.</summary>
    public async Task<Uri> NpmRegistryAsync(CancellationToken cancel) =>
        options.NpmRegistry ?? await NpmRegistry.FindAsync(cancel).ConfigureAwait(false);

    /// <summary>Opens an address; reading reports progress and gives up when nothing arrives for half a minute.</summary>
    public async Task<Stream> OpenAsync(Uri address, long? size, CancellationToken cancel)
    {
        HttpResponseMessage response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new HttpRequestException($"{address.Host} answers {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        long? total = response.Content.Headers.ContentLength ?? size;
        Stream body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        return new WatchedStream(body, Stall, done => Report(done, total));
    }

    /// <summary>Writes content to a temporary file, checks length and hash, flushes it to the disk and gives it its name.</summary>
    /// <returns>The path of the finished file.</returns>
    /// <exception cref="DataContentException">The content is not the one described; nothing is left behind.</exception>
    /// <exception cref="DataCacheException">The folder can't be written.</exception>
    public Task<string> StoreAsync(DataFile file, Stream content, CancellationToken cancel) => StoreAsync(file, file.Name, content, cancel);

    /// <summary>The same under a name that is not the file's.</summary>
    public async Task<string> StoreAsync(DataFile file, string name, Stream content, CancellationToken cancel)
    {
        string partial = Path.Combine(folder, Partial(file.Name));
        string final = Path.Combine(folder, name);
        try
        {
            await using (FileStream target = Written(() => new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None)))
            {
                await CopyCheckedAsync(file, content, target, cancel).ConfigureAwait(false);
                Written(() => target.Flush(flushToDisk: true));
            }
            Written(() => File.Move(partial, final, overwrite: true));
            return final;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task CopyCheckedAsync(DataFile file, Stream content, Stream target, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 17];
        long length = 0;
        for (int n; (n = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            length += n;
            // What is longer than expected is wrong already; reading on would only fill the disk.
            if (length > file.Size)
                throw new DataContentException(file, file.Size + 1, null);
            hash.AppendData(buffer, 0, n);
            Written(() => target.Write(buffer, 0, n));
        }
        string actual = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (actual != file.Sha256)
            throw new DataContentException(file, length, actual);
    }

    // A failed write is the cache's fault and ends the search; a failed read is the source's and lets the next source try.
    private void Written(Action write) => Written(() =>
    {
        write();
        return true;
    });

    private T Written<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataCacheException(folder, e);
        }
    }
}
