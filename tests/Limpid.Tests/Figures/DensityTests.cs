namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class DensityTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 0.3)]
    [InlineData(40, 5.0)]
    public void TheAreaIsOne(int count, double spread)
    {
        var density = new KernelDensity(Enumerable.Range(0, count).Select(i => spread * Math.Sin(7 * i)));
        var (from, to) = density.Support;
        const int Steps = 4000;
        var area = Enumerable.Range(0, Steps + 1).Sum(i => density.At(from + (to - from) * i / Steps)) * (to - from) / Steps;
        Assert.Equal(1, area, 1e-3);
    }

    [Fact]
    public void OneValueGivesTheKernelItself()
    {
        var density = new KernelDensity([3], bandwidth: 2);
        Assert.Equal(1 / (2 * Math.Sqrt(2 * Math.PI)), density.At(3), 1e-12);
        Assert.Equal(Math.Exp(-0.5) / (2 * Math.Sqrt(2 * Math.PI)), density.At(5), 1e-12);
    }

    [Fact]
    public void TheBandwidthIsSilvermans()
    {
        // s = sqrt(2.5), quartiles 2 and 4: 2/1.34 is the smaller.
        Assert.Equal(0.9 * (2 / 1.34) * Math.Pow(5, -0.2), KernelDensity.RuleOfThumb([1, 2, 3, 4, 5]), 1e-12);
        // The quartiles coincide: s alone.
        Assert.Equal(0.9 * Math.Sqrt(0.2) * Math.Pow(5, -0.2), KernelDensity.RuleOfThumb([0, 0, 0, 0, 1]), 1e-12);
        Assert.Equal(0.05, KernelDensity.RuleOfThumb([-5, -5]), 1e-12);
        Assert.Equal(0.01, KernelDensity.RuleOfThumb([0]), 1e-12);
    }

    [Fact]
    public void TheCaptionStatesTheBandwidth()
    {
        Assert.Equal("A finding. (Gaussian kernel, bandwidth 0.25.)", Figures.Density([1, 2, 3], "A finding.", "x", bandwidth: 0.25).Caption);
        Assert.Equal("A finding. (1 value is not a number and left blank.) (Gaussian kernel, bandwidth 1.)",
            Figures.Violin([("a", [1, 2, double.NaN])], "A finding.", "x", bandwidth: 1).Caption);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void QuantilesLieOnTheLineBetweenNeighbours(double p, double expected) => Assert.Equal(expected, Quantile.Of([1, 2, 3, 4], p), 1e-12);

    [Fact]
    public void AViolinShowsItsQuartilesAndEndsAtItsExtremes()
    {
        var figure = Figures.Violin([("a", [4, 1, 3, 2])], "A finding.", "x").Parsed();
        Assert.Equal((1, 4), (figure.At("data", "0", "y").Doubles().Min(), figure.At("data", "0", "y").Doubles().Max()));
        Assert.Equal([1.75, 3.25], figure.At("data", "1", "y").Doubles());
        Assert.Equal([1, 2, 3, 4], figure.At("data", "2", "y").Doubles());
        Assert.Equal([2.5], figure.At("data", "3", "y").Doubles());
        Assert.Equal(0.4, figure.At("data", "0", "x").Doubles().Max(), 1e-4);
    }

    [Fact]
    public void AWidthMeansTheSameDensityInEveryViolin()
    {
        var figure = Figures.Violin([("narrow", [1, 2, 3]), ("twice as wide", [2, 4, 6])], "A finding.", "x").Parsed();
        double Half(string trace, int at) => figure.At("data", trace, "x").Doubles().Max() - at;
        Assert.Equal(0.4, Half("0", 0), 1e-4);
        Assert.Equal(0.2, Half("4", 1), 1e-4);
    }
}
