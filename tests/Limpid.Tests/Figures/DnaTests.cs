namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class DnaTests
{
    [Fact]
    public void APureColumnHasTwoBitsAUniformOneNoneAHalfOneOne()
    {
        var heights = LogoHeights.Of(new double[,] { { 0, 7, 0, 0 }, { 3, 3, 3, 3 }, { 0.5, 0, 0, 0.5 } });
        Assert.Equal([0.0, 2, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0.5], heights.Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void TheMostFrequentLetterStandsOnTop()
    {
        // R = 2 - H(3/4, 1/4) = 2 - 0.811278.
        var figure = Figures.SequenceLogo(new double[,] { { 3, 0, 0, 1 } }, "A finding.").Parsed();
        var (a, t) = (Named(figure, "A"), Named(figure, "T"));
        Assert.Equal((0, 0.29718), (t.Min(), t.Max()));
        Assert.Equal((0.29718, 1.1887), (a.Min(), a.Max()));
        Assert.Equal([0, 2], figure.At("layout", "yaxis", "range").Doubles());
    }

    [Fact]
    public void ALetterFillsItsPlace()
    {
        foreach (var letter in "ACGTUNacgtun")
        {
            var outline = Glyph.Of(letter)!.Outline;
            Assert.Equal(outline[0], outline[^1]);
            Assert.Equal((0, 1), (outline.Min(p => p.X), outline.Max(p => p.X)), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12);
            Assert.Equal((0, 1), (outline.Min(p => p.Y), outline.Max(p => p.Y)), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12);
        }
        Assert.Null(Glyph.Of('X'));
    }

    [Fact]
    public void RelevanceGoesUpAndDownAndNanIsLeftOut()
    {
        var figure = Figures.RelevanceTrack("acGT", [0.5, -2, double.NaN, 1], "A finding.", firstPosition: -1);
        var parsed = figure.Parsed();
        Assert.Equal((0, 0.5), (Named(parsed, "A").Min(), Named(parsed, "A").Max()));
        Assert.Equal((-2, 0), (Named(parsed, "C").Min(), Named(parsed, "C").Max()));
        Assert.DoesNotContain(parsed.At("data").EnumerateArray(), t => t.TryGetProperty("name", out var name) && name.GetString() == "G");
        Assert.Equal([-1, 0, 1, 2], parsed.At("data").EnumerateArray().Last().At("x").Doubles());
        Assert.Equal("A finding. (1 value is not a number and left blank.)", figure.Caption);
    }

    [Fact]
    public void LongSequencesGoOnInRowsOnOneScale()
    {
        var figure = Figures.RelevanceTrack(new string('A', 160), [.. Enumerable.Range(0, 160).Select(i => (double)i)], "A finding.").Parsed();
        Assert.Equal(figure.At("layout", "yaxis", "range").Doubles(), figure.At("layout", "yaxis3", "range").Doubles());
        Assert.Equal([108.5, 162.5], figure.At("layout", "xaxis3", "range").Doubles());
        Assert.False(figure.At("layout").TryGetProperty("yaxis4", out _));
    }

    [Fact]
    public void TensorsDrawLikeArrays()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Figures.RelevanceTrack("AC", [1, 2], "A finding.").Json, Figures.RelevanceTrack("AC", tensor(new float[] { 1, 2 }), "A finding.").Json);
        Assert.Equal(Figures.SequenceLogo(new double[,] { { 1, 2, 3, 4 } }, "A finding.").Json, Figures.SequenceLogo(tensor(new long[] { 1, 2, 3, 4 }).reshape(1, 4), "A finding.").Json);
    }

    private static double[] Named(System.Text.Json.JsonElement figure, string letter) =>
        [.. figure.At("data").EnumerateArray().Single(t => t.TryGetProperty("name", out var name) && name.GetString() == letter).At("y").EnumerateArray()
            .Where(v => v.ValueKind == System.Text.Json.JsonValueKind.Number).Select(v => v.GetDouble())];

    [Fact]
    public void MarkedStretchesHaveABandInEachRowTheyTouch()
    {
        var parsed = Figures.RelevanceTrack(new string('A', 140), new double[140], "A finding.", marked: [(3, 5), (68, 73)]).Parsed();
        var bands = parsed.At("layout", "shapes").EnumerateArray().ToArray();
        Assert.Equal([("x", 2.5, 5.5), ("x", 67.5, 70.5), ("x2", 70.5, 73.5)], bands.Select(b => (b.At("xref").GetString()!, b.At("x0").GetDouble(), b.At("x1").GetDouble())));
        Assert.Equal("y2 domain", bands[2].At("yref").GetString());
        Assert.Contains("marked holds (0, 2)", Assert.Throws<ArgumentException>(() => Figures.RelevanceTrack("ACG", new double[3], "A finding.", marked: [(0, 2)])).Message);
    }

    [Fact]
    public void AWeightedLogoStacksTheHeightsGiven()
    {
        var figure = Figures.WeightedLogo(new double[,] { { 0.5, 0, 2, 0 }, { 0, 0.25, 0, 0 } }, "A finding.", firstPosition: -1);
        var parsed = figure.Parsed();
        Assert.Equal((0, 0.5), (Named(parsed, "A").Min(), Named(parsed, "A").Max()));
        Assert.Equal((0.5, 2.5), (Named(parsed, "G").Min(), Named(parsed, "G").Max()));
        Assert.Equal([0, 2.65], parsed.At("layout", "yaxis", "range").Doubles());
        Assert.Throws<ArgumentException>(() => Figures.WeightedLogo(new double[,] { { 0, 0, 0, -1 } }, "A finding."));
        Assert.Throws<ArgumentException>(() => Figures.WeightedLogo(new double[1, 3], "A finding."));
    }
}
