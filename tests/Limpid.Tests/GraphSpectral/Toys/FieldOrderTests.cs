using Limpid.GraphSpectral.Toys;
using Xunit;

namespace Limpid.Tests.GraphSpectral.Toys;

public class FieldOrderTests
{
    private static double[,] Profile(int bins, int neurons, Func<int, int, double> value)
    {
        var profile = new double[bins, neurons];
        for (var bin = 0; bin < bins; bin++)
            for (var v = 0; v < neurons; v++) profile[bin, v] = value(bin, v);
        return profile;
    }

    private static double[,] Ring(Func<int, double> centre) =>
        Profile(36, 12, (bin, v) => Math.Exp(3 * Math.Cos(2 * Math.PI * ((bin + 0.5) / 36 - centre(v)))));

    [Fact]
    public void PeaksByHand()
    {
        Assert.Equal([2, 0], FieldOrder.Peaks(new double[,] { { 0, 2 }, { 1, 1 }, { 2, 0 } }));
        Assert.Equal([-1, 1, -1], FieldOrder.Peaks(new[,] { { 5, 0, 0.001 }, { 5, 1, 0 } }));
    }

    [Fact]
    public void BumpsInOrderOnThePathGiveOneFromEitherEnd()
    {
        foreach (var forward in new[] { true, false })
        {
            var order = FieldOrder.OnPath(Profile(40, 10, (bin, v) => -Math.Abs(bin - 4 * (forward ? v : 9 - v))), new Random(1), 200);
            Close.Value(1, order.Observed, 1e-12);
            Assert.True(order.PValue < 0.01 && order.Mean < 0.5);
        }
    }

    [Fact]
    public void PeaksAtOnePlaceAreNoOrder()
    {
        Assert.Equal(0, FieldOrder.OnPath(Profile(10, 5, (bin, v) => bin * (v + 1)), new Random(1), 10).Observed);
        Assert.Equal(0, FieldOrder.OnPath(new double[4, 5], new Random(1), 10).Observed);
        // One peak apart in the middle of nine, another way of having no rank correlation at all.
        Assert.Equal(0, FieldOrder.OnPath(Profile(10, 9, (bin, v) => v == 4 ? -bin : bin), new Random(1), 10).Observed);
        Assert.Equal(0, FieldOrder.OnRing(new double[4, 5], new Random(1), 10).Observed);
        Assert.Equal(0, FieldOrder.Wraps(new double[4, 5]));
    }

    [Fact]
    public void ABumpRoundTheRingWrapsOnceInItsDirection()
    {
        Assert.Equal(1, FieldOrder.Wraps(Ring(v => v / 12.0)));
        Assert.Equal(-1, FieldOrder.Wraps(Ring(v => 0.3 - v / 12.0)));
        Assert.Equal(2, FieldOrder.Wraps(Ring(v => v / 6.0)));
        Assert.Equal(0, FieldOrder.Wraps(Ring(v => 0.1 * Math.Sin(2 * Math.PI * v / 12))));
        Close.Value(1, FieldOrder.OnRing(Ring(v => v / 12.0), new Random(2), 200).Observed, 1e-9);
        Close.Value(1, FieldOrder.OnRing(Ring(v => 0.7 - v / 12.0), new Random(2), 200).Observed, 1e-9);
        Close.Value(0, FieldOrder.OnRing(Ring(_ => 0.2), new Random(2), 10).Observed, 1e-9);
        Assert.True(FieldOrder.OnRing(Ring(v => v / 12.0), new Random(2), 200).PValue < 0.01);
    }

    [Fact]
    public void SilentNeuronsAreSkippedOnTheRing()
    {
        var silent = Profile(36, 12, (bin, v) => v == 4 ? 1 : Math.Cos(2 * Math.PI * ((bin + 0.5) / 36 - v / 12.0)));
        Assert.Equal(1, FieldOrder.Wraps(silent));
        Close.Value(11 / 12.0, FieldOrder.OnRing(silent, new Random(1), 10).Observed, 1e-9);
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        Assert.Equal("profile", Assert.Throws<ArgumentException>(() => FieldOrder.Peaks(new double[0, 3])).ParamName);
        Assert.Throws<ArgumentException>(() => FieldOrder.Wraps(new[,] { { double.NaN } }));
    }
}
