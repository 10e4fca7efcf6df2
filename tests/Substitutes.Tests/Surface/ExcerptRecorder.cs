using Xunit;

namespace Substitutes.Tests.Surface;

/// <summary>
/// Rewrites recorded/*.txt from the full surfaces of the genuine packages, keeping the types that the substitutes have.
/// Run it with LIMPID_API=FOLDER and `-explicit only -class Substitutes.Tests.Surface.ExcerptRecorder` after a type was added.
/// </summary>
public sealed class ExcerptRecorder
{
    [Fact(Explicit = true)]
    public void Record()
    {
        var folder = Environment.GetEnvironmentVariable("LIMPID_API")
            ?? throw new InvalidOperationException("Set LIMPID_API to the folder with TorchSharp-VERSION.txt, Plotly.NET-VERSION.txt and Deedle-VERSION.txt.");
        foreach (var package in new[] { "TorchSharp", "Plotly.NET", "Deedle" })
        {
            var source = Directory.GetFiles(folder, package + "-*.txt").Single();
            var lines = File.ReadAllLines(source);
            var full = new RecordedSurface(lines);
            var notation = SurfaceFiles.Notation(package, full);
            var used = Members.Types(SurfaceFiles.Substitute(package)).Select(notation.Name).Where(full.Types.ContainsKey);
            var text = used.Select(name => full.Types[name]).Select(t => t.Header + "\n" + string.Concat(t.Members.Select(m => "    " + m + "\n")));
            File.WriteAllText(Path.Combine(Sources(), package + ".txt"), $"# {Path.GetFileNameWithoutExtension(source)}\n\n" + string.Join("\n", text));
        }
    }

    private static string Sources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Limpid.slnx")))
                return Path.Combine(folder.FullName, "tests", "Substitutes.Tests", "Surface", "recorded");
        throw new DirectoryNotFoundException($"No repository above '{AppContext.BaseDirectory}'.");
    }
}
