namespace Limpid;

/// <summary>The user's folder for what can be fetched or computed again.</summary>
public static class CacheFolder
{
    /// <summary>
    /// <c>LIMPID_CACHE</c> if set; else <c>limpid</c> under <c>XDG_CACHE_HOME</c>, under <c>~/Library/Caches</c> (macOS), under the local
    /// application data (Windows) or under <c>~/.cache</c>. The folder need not exist.
    /// </summary>
    public static string Path => Set("LIMPID_CACHE") ?? System.IO.Path.Combine(Set("XDG_CACHE_HOME") ?? Platform(), "limpid");

    private static string? Set(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? System.IO.Path.GetFullPath(value) : null;

    private static string Platform()
    {
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        // A service account may have no home; the cache is then as short-lived as the temporary folder.
        if (home.Length == 0)
            return System.IO.Path.GetTempPath();
        return OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches") : System.IO.Path.Combine(home, ".cache");
    }
}
