using System.Reflection;

namespace Substitutes.Tests.Surface;

/// <summary>The recorded excerpts and the allow list, embedded in this assembly.</summary>
public static class SurfaceFiles
{
    public static RecordedSurface Recorded(string package) => new(Lines($"recorded.{package}.txt"));

    /// <summary>Lines of allowed.txt without those that give the reasons.</summary>
    public static IReadOnlySet<string> Allowed() =>
        Lines("allowed.txt").Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<string> Lines(string name)
    {
        var assembly = typeof(SurfaceFiles).Assembly;
        using var stream = assembly.GetManifestResourceStream("Surface." + name)
            ?? throw new FileNotFoundException($"The test assembly embeds no 'Surface.{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    public static Assembly Substitute(string package) => Assembly.Load(new AssemblyName(package));

    public static INotation Notation(string package, RecordedSurface recorded) =>
        package == "TorchSharp" ? new CSharpNotation("TorchSharp", recorded) : new PlainNotation();
}
