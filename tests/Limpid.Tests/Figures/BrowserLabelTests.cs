namespace Limpid.Tests.Figures;

using Limpid.Display;
using Limpid.Figures;
using Xunit;

/// <summary>Hostile labels in a real browser: every public method of <see cref="Figures"/>, found by reflection.</summary>
[Collection("figure session")]
public sealed class BrowserLabelTests
{
    // Looks at each figure as drawn, and once with the pointer over the first point of each trace.
    private const string Look = """
        const figures = [];
        for (const plot of document.querySelectorAll(".limpid-figure > div")) {
          const texts = [...plot.querySelectorAll("text")].map(t => t.textContent), hovers = [];
          for (let i = 0; i < plot.data.length; i++) {
            const trace = plot.data[i];
            if (trace.type === "heatmap") Plotly.Fx.hover(plot, { xval: trace.x0 || 0, yval: trace.y0 || 0 }, "xy");
            else Plotly.Fx.hover(plot, [{ curveNumber: i, pointNumber: 0 }], Object.keys(plot._fullLayout._plots));
            await new Promise(done => setTimeout(done, 120));
            hovers.push(...[...plot.querySelectorAll(".hoverlayer text")].map(t => t.textContent));
          }
          figures.push({ drawn: plot.querySelectorAll(".main-svg").length > 0, texts, hovers });
        }
        report({ figures, title: document.title, images: document.querySelectorAll("img").length, handlers: document.querySelectorAll("[onerror]").length,
          scripts: document.scripts.length, captions: [...document.querySelectorAll("figcaption")].map(c => c.textContent) });
        """;

    [Fact]
    public void EveryLabelShowsAsTextAndNoneRuns()
    {
        FigureSession.Restart();
        var methods = Samples.Methods.ToArray();
        // Each parameter has a text of its own, so that none hides behind another.
        var figures = methods.Select(m => Samples.Draw(m, p => Samples.Evil + p.Name)).ToArray();
        var page = BrowserPage.Report(string.Concat(figures.Select(f => FigureHtml.Write(f))), Look);
        Assert.Equal(("", 0, 0), (page.At("title").GetString(), page.At("images").GetInt32(), page.At("handlers").GetInt32()));
        // One for the library, one for each figure, one that looks.
        Assert.Equal(figures.Length + 2, page.At("scripts").GetInt32());
        Assert.Equal(figures.Select(f => f.Caption), page.At("captions").EnumerateArray().Select(c => c.GetString()));
        Assert.All(methods.Zip(page.At("figures").EnumerateArray(), figures.Select(f => f.Caption)), drawing =>
        {
            var (method, figure, caption) = drawing;
            Assert.True(figure.At("drawn").GetBoolean(), $"{method} is not drawn.");
            string[] texts = Texts(figure, "texts"), hovers = Texts(figure, "hovers");
            Assert.All(method.GetParameters().Where(SampleArguments.ShowsText), p => Assert.True(
                texts.Concat(hovers).Append(Squeezed(caption)).Any(t => t.Contains(Squeezed(Samples.Evil) + p.Name, StringComparison.Ordinal)), $"{p.Name} of {method} is not to be seen."));
            // A label is there whole, also where Plotly reads templates, and encoded once only.
            // Where Plotly read a tag, an entity or a template, or a text is encoded twice, a part would be missing.
            Assert.All(texts.Concat(hovers), t => Assert.All(new[] { "script>", "%{z}" }, part => Assert.Equal(Count(t, Squeezed(Samples.Evil)), Count(t, part))));
            Assert.All(texts.Concat(hovers), t => Assert.DoesNotMatch("&lt;|&#", t));
        });
        Assert.All(page.At("figures").EnumerateArray(), f => Assert.NotEmpty(Texts(f, "hovers")));
    }

    // Long labels go over several lines, broken at spaces.
    private static string[] Texts(System.Text.Json.JsonElement figure, string name) =>
        [.. figure.At(name).EnumerateArray().Select(t => Squeezed(t.GetString()!))];

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
