namespace Limpid.Notebooks.Scripting;

/// <summary>Says what to type when the library that notebooks load has not been built yet.</summary>
internal static class MissingLibrary
{
    private static readonly string Publish = Path.Combine("lib", "publish") + Path.DirectorySeparatorChar;

    public static string? Explain(IEnumerable<string> missing)
    {
        var path = missing.FirstOrDefault(path => path.Contains(Publish, StringComparison.Ordinal));
        return path is null
            ? null
            : $"{Path.GetFileName(path)} is not built yet (no {path}): type ./limpid run NOTEBOOK or ./limpid reproduce, which build it first";
    }
}
