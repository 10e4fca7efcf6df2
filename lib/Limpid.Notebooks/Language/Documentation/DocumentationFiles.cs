using System.Text;

namespace Limpid.Notebooks.Language.Documentation;

/// <summary>
/// The XML files that describe assemblies: beside them, or for the frameworks in the reference packs of the SDK. One member is cut out of
/// a file by its text: reading all of a framework's 40 MB of XML would cost seconds and stay in memory.
/// </summary>
internal static class DocumentationFiles
{
    private static readonly Lazy<IReadOnlyList<string>> Framework = new(FindFramework);

    /// <summary>The member's element as text; null if no file describes it.</summary>
    public static string? Find(string assembly, string id)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside)) return Cut(beside, id);
        if (!IsFramework(assembly)) return null;
        // Where a type is implemented says little about where it is described; most of the core is in System.Runtime.xml.
        var name = Path.GetFileName(beside);
        return Framework.Value.OrderByDescending(path => Path.GetFileName(path) == name).Select(path => Cut(path, id)).FirstOrDefault(found => found is not null);
    }

    private static string? Cut(string path, string id)
    {
        try
        {
            ReadOnlySpan<byte> all = File.ReadAllBytes(path);
            var start = all.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
            if (start < 0) return null;
            var rest = all[start..];
            var end = rest.IndexOf("</member>"u8);
            return end < 0 ? null : Encoding.UTF8.GetString(rest[..(end + "</member>".Length)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    private static bool IsFramework(string assembly) =>
        Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(assembly))) == Path.Combine(DotnetRoot(), "shared");

    /// <summary>The folder above shared/Microsoft.NETCore.App/VERSION/System.Private.CoreLib.dll.</summary>
    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static IReadOnlyList<string> FindFramework() =>
    [
        .. ((string[])["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"])
            .Select(pack => Path.Combine(DotnetRoot(), "packs", pack)).Where(Directory.Exists)
            .SelectMany(pack => Directory.EnumerateDirectories(pack, $"{Environment.Version.Major}.*").OrderByDescending(Version).Take(1))
            .SelectMany(version => Directory.EnumerateFiles(version, "*.xml", SearchOption.AllDirectories))
            .OrderByDescending(path => Path.GetFileName(path) == "System.Runtime.xml").ThenBy(path => path, StringComparer.Ordinal),
    ];

    private static Version Version(string folder) => System.Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version();
}
