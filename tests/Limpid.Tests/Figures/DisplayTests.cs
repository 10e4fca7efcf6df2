namespace Limpid.Tests.Figures;

using System.Text.Json;
using System.Text.RegularExpressions;
using Limpid.Display;
using Limpid.Figures;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;

/// <summary>Figures as the genuine formatting package shows them.</summary>
[Collection("figure session")]
public sealed partial class DisplayTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public void OneBundleHoldsChartDataAndSentence()
    {
        Assert.Equal(["text/html", Plotly, "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
        var figure = Samples.EveryKind("label")[0];
        Assert.Equal(figure.Caption, figure.ToDisplayString("text/plain"));
        Assert.Equal(figure.Json, figure.ToDisplayString(Plotly));
        Assert.StartsWith("<", figure.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoLabelLeavesItsPlace()
    {
        using var folder = new LibraryFolder("window.Plotly = {};");
        foreach (var method in Samples.Methods)
        {
            var figure = Samples.Draw(method, Samples.Evil);
            var html = FigureHtml.Write(figure, folder.Path);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(Tags().Count(html), Tags().Count(FigureHtml.Write(Samples.EveryKind("label")[0], folder.Path)) + LibraryTags(html));
            Assert.DoesNotContain('<', figure.Json);
            // What Plotly gets is the label as written, with its own markup escaped.
            if (method.GetParameters().Any(p => p.Name == "title"))
                Assert.Contains("&lt;/script&gt;&lt;img", figure.Parsed().At("layout", "title", "text").GetString()!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheLibraryComesOnceAndNumbersAreTheSameInEverySession()
    {
        using var folder = new LibraryFolder("window.Plotly = { a: '</script>' };");
        string[] Session()
        {
            FigureSession.Restart();
            return [.. Samples.EveryKind("label").Select(f => FigureHtml.Write(f, folder.Path))];
        }
        var first = Session();
        Assert.Contains("window.Plotly = { a: '<\\/script>' };", first[0], StringComparison.Ordinal);
        Assert.All(first.Skip(1), html => Assert.DoesNotContain("window.Plotly = {", html, StringComparison.Ordinal));
        Assert.Equal(first.Length, first.Select(html => Id().Match(html).Value).Distinct().Count());
        Assert.Equal(first, Session());
    }

    [Fact]
    public void NothingIsFetched()
    {
        using var folder = new LibraryFolder("window.Plotly = {};");
        foreach (var figure in Samples.EveryKind("label"))
            Assert.DoesNotContain("http", FigureHtml.Write(figure, folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheLibraryASentenceSaysSo()
    {
        using var folder = new LibraryFolder(null);
        FigureSession.Restart();
        var html = FigureHtml.Write(Samples.EveryKind("a < b")[0], folder.Path);
        Assert.Contains("plotly.min.js is not beside Limpid.dll", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void TheScriptHoldsTheFigureAsJson()
    {
        using var folder = new LibraryFolder("window.Plotly = {};");
        var figure = Samples.EveryKind(Samples.Evil).First(f => f.Data.Length > 1);
        var script = FigureHtml.Write(figure, folder.Path).Split('\n').Single(l => l.Contains("var f = {", StringComparison.Ordinal));
        var json = script[(script.IndexOf("= ", StringComparison.Ordinal) + 2)..script.LastIndexOf(", l =", StringComparison.Ordinal)];
        Assert.Equal(figure.Json, json);
    }

    private static int LibraryTags(string html) => html.Contains("window.Plotly = {}", StringComparison.Ordinal) ? 2 : 0;

    [GeneratedRegex("</?[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("limpid-figure-[0-9]+")]
    private static partial Regex Id();

    private sealed class LibraryFolder : IDisposable
    {
        public LibraryFolder(string? script)
        {
            if (script is not null)
                File.WriteAllText(System.IO.Path.Combine(Path, PlotlyScript.FileName), script);
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("limpid").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
