namespace Limpid.Data;

/// <summary>A file on this machine that may be the one described; only reading tells.</summary>
internal sealed record LocalCopy(string Path, DataState State)
{
    /// <summary>The copies that exist, in the order of the sources, the cache last.</summary>
    public static IEnumerable<LocalCopy> Candidates(DataSet set, DataFile file, DataLocations locations) =>
        set.Sources
            .SelectMany(source => source.LocalPaths(set, file, locations).Select(path => new LocalCopy(path, source.LocalState)))
            .Append(new LocalCopy(System.IO.Path.Combine(locations.Cache, set.Name, file.Name), DataState.Cached))
            .Where(copy => File.Exists(copy.Path));

    /// <summary>Whether its length is the one described, where that can be told without reading.</summary>
    public bool MayBe(DataFile file) => Compressed.Is(Path) || new FileInfo(Path).Length == file.Size;

    /// <summary>The checked content, or null with the reason in <paramref name="attempts"/>. A damaged file of the cache is removed, any other left alone.</summary>
    public byte[]? TryRead(DataFile file, List<DataAttempt> attempts)
    {
        try
        {
            return CheckedFile.Read(Path, file);
        }
        catch (Exception e) when (IsFault(e))
        {
            attempts.Add(new DataAttempt($"the file {Path}", e.Message + (State == DataState.Cached ? "; removed" : "")));
            if (State == DataState.Cached)
                Remove();
            return null;
        }
    }

    /// <summary>What is wrong with the file, or null.</summary>
    public string? Problem(DataFile file)
    {
        try
        {
            CheckedFile.Read(Path, file);
            return null;
        }
        catch (Exception e) when (IsFault(e))
        {
            return e.Message;
        }
    }

    private static bool IsFault(Exception e) => e is DataContentException or IOException or UnauthorizedAccessException or InvalidDataException;

    private void Remove()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataCacheException(System.IO.Path.GetDirectoryName(Path)!, e);
        }
    }
}
