using Limpid.GraphSpectral.ModularCodes;
using Xunit;

namespace Limpid.Tests.GraphSpectral.ModularCodes;

public class ComponentCurveTests
{
    [Fact]
    public void MeansAndIntervalsByHand()
    {
        var curve = ComponentCurve.Of([Results.Of(3, 7), Results.Of(2, 3), Results.Of(2, 5)], result => result.Count);
        Assert.Equal([2, 3], curve.Modules);
        Assert.Equal([4.0, 7.0], curve.Means);
        // Standard error 1, and Student's t with one degree of freedom is Cauchy: tan(0.475 pi).
        Close.Value(Math.Tan(0.475 * Math.PI), curve.HalfWidths[0], 1e-9);
        Assert.True(double.IsNaN(curve.HalfWidths[1]));
    }

    [Fact]
    public void DistanceAndRiseByHand()
    {
        ModularResult[] rising = [Results.Of(2, 4), Results.Of(3, 5), Results.Of(4, 9)];
        Close.Value((2 + 2 + 5) / 3.0, ComponentCurve.Distance(rising, result => result.Count), 1e-12);
        Close.Value(1, ComponentCurve.Rise(rising, result => result.Count), 1e-12);
        Assert.Equal(0, ComponentCurve.Rise(rising, _ => 1));
        Close.Value(-1, ComponentCurve.Rise(rising, result => -result.Count), 1e-12);
    }

    [Fact]
    public void OverTrainingHasARowForEachNetwork() => Assert.Equal(
        new double[,] { { 3 }, { 5 } }, ComponentCurve.OverTraining([Results.Of(2, 3), Results.Of(2, 5)], (result, graph) => result.Counts[graph]));

    [Fact]
    public void ANeuronFollowsItsLargestCorrelationWithItsSign()
    {
        var result = Results.Of(2, 1, [[0.3, -0.9], [0.8, 0.1], [0, 0]]);
        Assert.Equal([-2.0, 1.0, 0.0], result.Follows);
        Close.Value((0.81 + 0.64) / 3, result.Purity, 1e-12);
        Assert.Equal("GSR, n = 2, seed 0: 1 component(s), error 1.00", result.ToString());
    }
}
