using System.Collections.Frozen;

namespace Limpid.Notebooks.Scripting;

/// <summary>The assemblies this process may load without a path: the frameworks and the host's own.</summary>
internal static class PlatformAssemblies
{
    private static readonly FrozenDictionary<string, string> Paths =
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public static string? Find(string name)
    {
        var simple = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name.Split(',')[0];
        return Paths.GetValueOrDefault(simple);
    }

    /// <summary>Everything in the folder of the core library.</summary>
    public static IEnumerable<string> Core()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return Paths.Values.Where(path => Path.GetDirectoryName(path) == folder).Order(StringComparer.Ordinal);
    }
}
