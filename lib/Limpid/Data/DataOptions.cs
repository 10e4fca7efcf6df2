namespace Limpid.Data;

/// <summary>Where a <see cref="DataStore"/> looks and writes.</summary>
/// <param name="CacheFolder">The folder for fetched files; made when first written.</param>
/// <param name="UserFolder">The user's own copies (<c>LIMPID_DATA</c>), read in place and never changed; null if there is none.</param>
/// <param name="NpmRegistry">The npm registry, or null: what <c>npm config get registry</c> says, else the public one.</param>
public sealed record DataOptions(string CacheFolder, string? UserFolder = null, Uri? NpmRegistry = null)
{
    /// <summary>What the environment says: <c>LIMPID_CACHE</c> or the user's cache folder, and <c>LIMPID_DATA</c>.</summary>
    public static DataOptions FromEnvironment() => new(
        Path.Combine(Limpid.CacheFolder.Path, "data"),
        Environment.GetEnvironmentVariable("LIMPID_DATA") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null);
}
