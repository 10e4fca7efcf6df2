using Limpid.Data;

namespace Limpid.Cli.Diagnosis;

/// <summary>The cache folder and the data sets at hand.</summary>
internal static class DataFindings
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Of()
    {
        DataStore store = DataStore.Default;
        yield return new Finding("cache", store.Options.CacheFolder);
        if (store.Options.UserFolder is { } folder)
            yield return Directory.Exists(folder)
                ? new Finding("LIMPID_DATA", folder)
                : new Finding("LIMPID_DATA", $"{folder} does not exist", "unset LIMPID_DATA");
        yield return new Finding("data sets", string.Join(", ",
            store.List().Select(status => $"{status.Set.Name} {status.State.ToString().ToLowerInvariant()}")));
    }
}
