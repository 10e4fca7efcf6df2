using Limpid.GraphSpectral.Toys;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Toys;

public class ToySetsTests
{
    private static double[,] Points(ToyData data) => Check.Matrix(data.Points);

    [Fact]
    public void LineIsStraightAndAsLongAsItsCoordinate()
    {
        using var data = ToySets.Line(200, new Random(1));
        var points = Points(data);
        Assert.Equal((200, 50, 0.0, 10.0), (data.Count, data.Features, data.From, data.To));
        Assert.Equal(data.Coordinates.Order(), data.Coordinates);
        double Distance(int a, int b) => Math.Sqrt(Enumerable.Range(0, 50).Sum(i => Math.Pow(points[a, i] - points[b, i], 2)));
        foreach (var (a, b) in new[] { (0, 199), (0, 100), (50, 150) })
            Close.Value(data.Coordinates[b] - data.Coordinates[a], Distance(a, b), 0.01);
    }

    [Fact]
    public void HiddenLineStandsInTheFirstFeatureOnly()
    {
        using var data = ToySets.HiddenLine(4000, new Random(2));
        var points = Points(data);
        for (var b = 0; b < data.Count; b++) Close.Value(data.Coordinates[b], points[b, 0], 1e-5);
        foreach (var i in new[] { 1, 49 })
        {
            var column = Enumerable.Range(0, data.Count).Select(b => points[b, i]).ToArray();
            Close.Value(0, column.Average(), 0.1);
            Close.Value(1, column.Average(value => value * value), 0.15);
            Close.Value(0, MathNet.Numerics.Statistics.Correlation.Pearson(column, data.Coordinates), 0.1);
        }
    }

    [Fact]
    public void HumpsPeakAtTheirNumbers()
    {
        using var data = ToySets.Humps(5000, new Random(3));
        var points = Points(data);
        foreach (var hump in new[] { 2, 5, 8 })
        {
            var near = Enumerable.Range(0, data.Count).Where(b => Math.Abs(data.Coordinates[b] - hump) < 0.2).ToArray();
            Close.Value(0.396, near.Average(b => points[b, hump]), 0.03);
            Close.Value(0.396, near.Average(b => points[b, hump + 10]), 0.03);
            Close.Value(0.242, near.Average(b => points[b, hump + 1]), 0.03);
        }
    }

    [Fact]
    public void HubHasThreeModulesThatCorrelate()
    {
        using var data = ToySets.Hub(3000, new Random(4));
        var points = Points(data);
        var first = Enumerable.Range(0, data.Count).Where(b => data.Coordinates[b] == 0).ToArray();
        Close.Value(10, first.Average(b => points[b, 2]), 0.2);
        Close.Value(0, first.Average(b => points[b, 7]), 0.2);
        double Correlation(int i, int j) => MathNet.Numerics.Statistics.Correlation.Pearson(first.Select(b => points[b, i]), first.Select(b => points[b, j]));
        Close.Value(0.6, Correlation(0, 4), 0.1);
        Close.Value(0, Correlation(0, 5), 0.12);
    }

    [Fact]
    public void EqualGeneratorsGiveEqualData()
    {
        using var scope = NewDisposeScope();
        foreach (var make in new Func<Random, ToyData>[] { random => ToySets.Line(20, random), random => ToySets.HiddenLine(20, random), random => ToySets.Humps(20, random), random => ToySets.Hub(20, random) })
        {
            Assert.Equal(Points(make(new Random(5))), Points(make(new Random(5))));
            Assert.NotEqual(Points(make(new Random(5))), Points(make(new Random(6))));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => ToySets.Line(0, new Random(1)));
    }
}
