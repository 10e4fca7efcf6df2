using Limpid.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

/// <summary>Neighbours by cosine and by Gower's distance against their formulas.</summary>
public class NeighbourMetricTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static void EqualsTwin(NearestNeighbours found, int n, Func<int, int, double> distance)
    {
        for (var i = 0; i < n; i++)
        {
            var expected = Enumerable.Range(0, n).Where(j => j != i).Select(j => distance(i, j)).Order().Take(found.K);
            Close.Values(expected, found.Distances(i).ToArray(), 1e-12);
            Close.Values([.. found.Indices(i).ToArray().Select(j => distance(i, j))], found.Distances(i).ToArray(), 1e-12);
        }
    }

    [Fact]
    public void CosineEqualsItsFormula()
    {
        using var scope = NewDisposeScope();
        var random = new Random(4);
        var rows = Enumerable.Range(0, 80).Select(i => Enumerable.Range(0, 6).Select(_ => i % 20 == 3 ? 0.0 : random.Next(4)).ToArray()).ToArray();
        double Cosine(double[] x, double[] y)
        {
            var (a, b) = (Math.Sqrt(x.Sum(v => v * v)), Math.Sqrt(y.Sum(v => v * v)));
            return a == 0 || b == 0 ? (a == b ? 0 : 1) : 1 - x.Zip(y, (v, w) => v * w).Sum() / (a * b);
        }

        EqualsTwin(NearestNeighbours.ByCosine(tensor(rows.SelectMany(row => row).ToArray()).view(80, 6), 7, Cancel), 80, (i, j) => Cosine(rows[i], rows[j]));
    }

    [Fact]
    public void CosineDoesNotSeeLengthsHoweverLarge()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new double[,] { { 1e200, 0 }, { 0, 2e-200 }, { 3, 3 }, { 5e180, 1e180 } });
        var near = NearestNeighbours.ByCosine(points, 1, Cancel);
        Assert.Equal([3, 2, 3, 0], Enumerable.Range(0, 4).Select(i => near.Indices(i)[0]));
        Assert.Contains("[1, 0]", Assert.Throws<ArgumentException>(() => NearestNeighbours.ByCosine(tensor(new double[,] { { 1, 2 }, { double.NaN, 1 } }), 1, Cancel)).Message);
    }

    [Fact]
    public void GowerEqualsItsFormula()
    {
        using var scope = NewDisposeScope();
        var random = new Random(6);
        // Two numbers of different units, a category, and a column that never changes.
        double[][] rows = [.. Enumerable.Range(0, 60).Select(_ => new[] { random.NextDouble(), random.Next(1000), random.Next(3), 7 })];
        var (first, second) = (rows.Max(r => r[0]) - rows.Min(r => r[0]), rows.Max(r => r[1]) - rows.Min(r => r[1]));
        double Distance(int i, int j) => (Math.Abs(rows[i][0] - rows[j][0]) / first + Math.Abs(rows[i][1] - rows[j][1]) / second + (rows[i][2] == rows[j][2] ? 0 : 1)) / 4;
        EqualsTwin(NearestNeighbours.ByGower(tensor(rows.SelectMany(row => row).ToArray()).view(60, 4), 9, [2], Cancel), 60, Distance);
    }

    [Fact]
    public void GowerTiesGoToTheLowerIndexAndDuplicatesAreAtZero()
    {
        using var scope = NewDisposeScope();
        var near = NearestNeighbours.ByGower(zeros(5, 3), 3, cancellation: Cancel);
        Assert.Equal([0, 1, 2], near.Indices(4).ToArray());
        Assert.Equal([0.0, 0, 0], near.Distances(4).ToArray());
        Assert.Contains("There is no column 3", Assert.Throws<ArgumentException>(() => NearestNeighbours.ByGower(zeros(5, 3), 2, [3], Cancel)).Message);
        Assert.Equal("k", Assert.Throws<ArgumentOutOfRangeException>(() => NearestNeighbours.ByGower(zeros(5, 3), 5, cancellation: Cancel)).ParamName);
    }
}
