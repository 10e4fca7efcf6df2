namespace Limpid.Data;

/// <summary>
/// Gives the files of the data sets: from the user's own folder, from those shipped, from the cache, else from the sources that the manifest
/// names. Whatever it gives has the length and the SHA-256 that the manifest states. Safe for many threads and processes.
/// </summary>
/// <param name="catalog">The data sets.</param>
/// <param name="options">The folders.</param>
public sealed class DataStore(DataCatalog catalog, DataOptions options)
{
    private readonly DataLocations _locations = new(options.CacheFolder, catalog.Folder, options.UserFolder);

    /// <summary>The store of this user: the shipped manifest and what the environment says.</summary>
    /// <exception cref="DataManifestException">The manifest is missing or damaged.</exception>
    public static DataStore Default => new(DataCatalog.Default, DataOptions.FromEnvironment());

    /// <summary>The data sets.</summary>
    public DataCatalog Catalog => catalog;

    /// <summary>The folders.</summary>
    public DataOptions Options => options;

    /// <summary>What is at hand of each data set. Looks at names and sizes only.</summary>
    public IReadOnlyList<DataSetStatus> List() => [.. catalog.Sets.Select(set => Status(set.Name))];

    /// <summary>What is at hand of one data set. Looks at names and sizes only.</summary>
    /// <param name="name">For example <c>mnist</c>.</param>
    /// <exception cref="DataSetNotFoundException">There is no such set.</exception>
    public DataSetStatus Status(string name)
    {
        DataSet set = catalog[name];
        return Status(set, [.. set.Files.Select(file => LocalCopy.Candidates(set, file, _locations).FirstOrDefault(copy => copy.MayBe(file))).OfType<LocalCopy>()]);
    }

    /// <summary>Makes sure that every file of the set is at hand and undamaged, fetching what is not.</summary>
    /// <param name="name">For example <c>mnist</c>.</param>
    /// <param name="progress">Told of transfers while they run.</param>
    /// <param name="cancel">Ends the transfer and leaves nothing half done.</param>
    /// <returns>Where the set lies now, and what at hand was damaged.</returns>
    /// <exception cref="DataSetNotFoundException">There is no such set.</exception>
    /// <exception cref="DataSetUnavailableException">No source gave it; says what was tried.</exception>
    /// <exception cref="DataCacheException">The cache folder can't be written.</exception>
    public async Task<DataSetStatus> GetAsync(string name, IProgress<DataProgress>? progress = null, CancellationToken cancel = default)
    {
        DataSet set = catalog[name];
        var attempts = new List<DataAttempt>();
        LocalCopy?[] copies = [.. set.Files.Select(file => Find(set, file, attempts).Copy)];
        DataAttempt[] damaged = [.. attempts];
        if (copies.Contains(null))
            await new DataFetch(set, options, _locations, attempts).RunAsync(progress, cancel).ConfigureAwait(false);
        // What was fetched has been checked, and the cache comes last.
        return Status(set, [.. copies.Zip(set.Files, (copy, file) => copy ?? LocalCopy.Candidates(set, file, _locations).LastOrDefault()).OfType<LocalCopy>()]) with { Damaged = damaged };
    }

    /// <summary>The decoded content of one file, fetched first where needed.</summary>
    /// <param name="name">For example <c>mnist</c>.</param>
    /// <param name="file">For example <c>train-labels-idx1-ubyte</c>.</param>
    /// <param name="progress">Told of transfers while they run.</param>
    /// <exception cref="DataSetNotFoundException">There is no such set.</exception>
    /// <exception cref="ArgumentException">The set has no such file.</exception>
    /// <exception cref="DataSetUnavailableException">No source gave it; says what was tried.</exception>
    /// <exception cref="DataCacheException">The cache folder can't be written.</exception>
    public byte[] Read(string name, string file, IProgress<DataProgress>? progress = null)
    {
        DataSet set = catalog[name];
        DataFile wanted = set.File(file);
        var attempts = new List<DataAttempt>();
        if (Find(set, wanted, attempts).Bytes is { } bytes)
            return bytes;
        new DataFetch(set, options, _locations, attempts).RunAsync(progress, CancellationToken.None).GetAwaiter().GetResult();
        return Find(set, wanted, attempts).Bytes ?? throw new DataSetUnavailableException(name, attempts);
    }

    /// <summary>Reads every byte of the sets at hand and compares; changes and fetches nothing.</summary>
    /// <param name="name">One set, or null for all.</param>
    /// <exception cref="DataSetNotFoundException">There is no such set.</exception>
    public IReadOnlyList<DataSetCheck> Verify(string? name = null) =>
        [.. (name is null ? catalog.Sets : [catalog[name]]).Select(set => new DataSetCheck(set, Status(set.Name).State, [.. Problems(set)]))];

    private IEnumerable<string> Problems(DataSet set)
    {
        foreach (DataFile file in set.Files)
        {
            if (LocalCopy.Candidates(set, file, _locations).FirstOrDefault() is not { } copy)
                continue;
            if (copy.Problem(file) is { } problem)
                yield return $"{copy.Path}: {problem}";
        }
    }

    private (LocalCopy? Copy, byte[]? Bytes) Find(DataSet set, DataFile file, List<DataAttempt> attempts) =>
        LocalCopy.Candidates(set, file, _locations).Select(copy => (copy, bytes: copy.TryRead(file, attempts))).FirstOrDefault(found => found.bytes is not null);

    // Of files in several places, those in the cache say where the set lies.
    private DataSetStatus Status(DataSet set, IReadOnlyList<LocalCopy> copies)
    {
        LocalCopy? place = copies.Count < set.Files.Count ? null : copies.FirstOrDefault(copy => copy.State == DataState.Cached) ?? copies[0];
        return new DataSetStatus(
            set,
            place?.State ?? DataState.Missing,
            place is null ? Path.Combine(options.CacheFolder, set.Name) : Path.GetDirectoryName(place.Path)!,
            copies.Sum(copy => new FileInfo(copy.Path).Length));
    }
}
