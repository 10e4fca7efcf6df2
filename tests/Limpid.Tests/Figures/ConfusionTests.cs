namespace Limpid.Tests.Figures;

using System.Text.Json;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class ConfusionTests
{
    [Fact]
    public void LabelsAreCountedActualDownPredictedAcross()
    {
        var figure = Figures.Confusion([0, 0, 1, 1, 1, 0], [0, 1, 1, 1, 0, 0], ["a", "b"], "A finding.");
        Assert.Equal([2, 1, 1, 2], figure.Data[0].Values);
        Assert.Equal([2, 2], figure.Data[0].Shape);
        Assert.Contains("4 of 6 cases on the diagonal", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void ColoursAndSecondLinesAreRowPercentages()
    {
        var figure = Figures.Confusion(new[,] { { 3, 1 }, { 0, 0 } }, ["a", "b"], "A finding.").Parsed();
        Assert.Equal([75, 25], figure.At("data", "0", "z", "0").Doubles());
        Assert.Equal("3<br>75 %", figure.At("data", "0", "text", "0", "0").GetString());
        // A class without a case has no percentages.
        Assert.All(figure.At("data", "0", "z", "1").EnumerateArray(), v => Assert.Equal(JsonValueKind.Null, v.ValueKind));
        Assert.Equal((0, 100), (figure.At("layout", "coloraxis", "cmin").GetDouble(), figure.At("layout", "coloraxis", "cmax").GetDouble()));
    }

    [Fact]
    public void FewIsNotNone()
    {
        var figure = Figures.Confusion(new[,] { { 9999, 1 }, { 0, 5 } }, ["a", "b"], "A finding.").Parsed();
        Assert.Equal("1<br>&lt;0.1 %", figure.At("data", "0", "text", "0", "1").GetString());
        Assert.Equal("0", figure.At("data", "0", "text", "1", "0").GetString());
    }

    [Fact]
    public void TensorsCountLikeLists()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Figures.Confusion([0, 1, 1], [1, 1, 0], ["a", "b"], "A finding.").Json,
            Figures.Confusion(tensor(new long[] { 0, 1, 1 }), tensor(new byte[] { 1, 1, 0 }), ["a", "b"], "A finding.").Json);
    }
}
