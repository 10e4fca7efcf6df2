using System.Reflection;

namespace Limpid.Notebooks.Workers;

/// <summary>What the cells of a process have loaded beyond the host and the framework.</summary>
/// <param name="Packages">The package set that one of the libraries says it was built with, or null.</param>
/// <param name="Versions">Version by name; the runtime's own is called <c>.NET</c>.</param>
internal sealed record LoadedLibraries(string? Packages, Dictionary<string, string> Versions)
{
    // LimpidPackages: see lib/Limpid/Limpid.csproj.
    private const string PackagesKey = "LimpidPackages";

    private static readonly string Host = Folder(typeof(LoadedLibraries).Assembly);

    // SHARED/Microsoft.NETCore.App/VERSION, and beside it the other frameworks.
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Folder(typeof(object).Assembly), "..", "..")) + Path.DirectorySeparatorChar;

    public static LoadedLibraries Now()
    {
        string? packages = null;
        var versions = new Dictionary<string, string> { [".NET"] = Environment.Version.ToString() };
        // Cells and generated code have no file.
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0))
        {
            if (Folder(assembly) == Host || assembly.Location.StartsWith(Shared, StringComparison.Ordinal)) continue;
            versions[assembly.GetName().Name!] = Version(assembly);
            packages ??= assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == PackagesKey)?.Value;
        }
        return new LoadedLibraries(packages, versions);
    }

    private static string Folder(Assembly assembly) => Path.GetDirectoryName(assembly.Location) ?? "";

    // The package's version; the commit that may stand behind it tells a reader nothing.
    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version?.ToString(3) ?? "";
}
