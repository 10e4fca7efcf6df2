using Limpid.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

public class NearestNeighboursTests
{
    /// <summary>Straight from the definition: all distances, sorted by distance, then index.</summary>
    private static (int Index, double Distance)[] Twin(double[,] points, int own, int k) =>
        [.. Enumerable.Range(0, points.GetLength(0)).Where(j => j != own)
            .Select(j => (j, Math.Sqrt(Enumerable.Range(0, points.GetLength(1)).Sum(c => Math.Pow(points[own, c] - points[j, c], 2)))))
            .OrderBy(pair => pair.Item2).ThenBy(pair => pair.j).Take(k)];

    private static NearestNeighbours Search(Tensor points, int k) => NearestNeighbours.Of(points, k, TestContext.Current.CancellationToken);

    private static void EqualsTwin(double[,] points, int k)
    {
        using var tensor = torch.tensor(points);
        var found = Search(tensor, k);
        for (var i = 0; i < points.GetLength(0); i++)
        {
            var expected = Twin(points, i, k);
            Assert.Equal(expected.Select(e => e.Index), found.Indices(i).ToArray());
            Close.Values([.. expected.Select(e => e.Distance)], found.Distances(i).ToArray(), 1e-12);
        }
    }

    private static double[,] Points(int n, int d, int seed, Func<Random, double>? draw = null)
    {
        var random = new Random(seed);
        var points = new double[n, d];
        for (var i = 0; i < n; i++)
            for (var c = 0; c < d; c++) points[i, c] = draw?.Invoke(random) ?? random.NextDouble();
        return points;
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(5, 3, 4)]
    [InlineData(60, 2, 7)]
    [InlineData(1100, 5, 10)]
    [InlineData(2100, 17, 3)]
    public void EqualsItsSlowTwin(int n, int d, int k) => EqualsTwin(Points(n, d, n + d), k);

    [Fact]
    public void TiesGoToTheLowerIndex()
    {
        // A lattice: every inner point has four neighbours at distance 1 and four at sqrt 2.
        EqualsTwin(Points(1300, 2, 1, random => random.Next(12)), 6);
        var line = new double[40, 1];
        for (var i = 0; i < 40; i++) line[i, 0] = i;
        EqualsTwin(line, 3);
    }

    [Fact]
    public void DuplicatesAndConstantColumnsAreHandled()
    {
        EqualsTwin(Points(300, 3, 2, random => random.Next(2)), 20);
        EqualsTwin(Points(50, 4, 3, _ => 7.25), 5);
        var near = Points(200, 2, 4);
        for (var i = 0; i < 200; i++) near[i, 1] = 1e6;
        EqualsTwin(near, 5);
    }

    [Fact]
    public void DuplicatesByTheThousandAreFirstOnes()
    {
        // All points but the last are one point, so a search for all that lie near would look at every pair.
        using var points = zeros(5000, 3, float64);
        points[4999, 1] = 1;
        var found = Search(points, 3);
        Assert.Equal([1, 2, 3], found.Indices(0).ToArray());
        Assert.Equal([0, 1, 2], found.Indices(4000).ToArray());
        Assert.Equal([0, 1, 2], found.Indices(4999).ToArray());
        Assert.Equal([0.0, 0, 0], found.Distances(17).ToArray());
        Assert.Equal([1.0, 1, 1], found.Distances(4999).ToArray());
    }

    [Fact]
    public void PointsFarFromTheOriginKeepTheirOrder()
    {
        // Plain |x|^2 + |y|^2 - 2 x'y has no digit left here.
        EqualsTwin(Points(500, 3, 5, random => 1e8 + random.NextDouble()), 8);
    }

    [Fact]
    public void OneFarPointDoesNotBlurTheOthers()
    {
        var points = Points(400, 3, 6);
        points[17, 1] = 1e9;
        EqualsTwin(points, 8);
    }

    [Fact]
    public void LineByHand()
    {
        using var line = tensor(new float[,] { { 0 }, { 1 }, { 3 } });
        var found = Search(line, 1);
        Assert.Equal((3, 1), (found.PointCount, found.K));
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => found.Indices(i)[0]));
        Assert.Equal([1.0, 1, 2], Enumerable.Range(0, 3).Select(i => found.Distances(i)[0]));
        Assert.Equal([new Edge(0, 1), new Edge(1, 2)], Graph.FromNeighbours(found).Edges);
        Assert.Equal([new Edge(0, 1), new Edge(1, 2, 0.5)], Graph.FromNeighbours(found, symmetrisation: Symmetrisation.Mean).Edges);
    }

    [Fact]
    public void WeightsFollowTheirFormulas()
    {
        using var line = tensor(new double[,] { { 0 }, { 1 }, { 3 }, { 3 } });
        var found = Search(line, 2);
        Assert.Equal([1, 2], found.Indices(0).ToArray());
        Assert.Equal([3, 1], found.Indices(2).ToArray());
        var gaussian = Graph.FromNeighbours(found, NeighbourWeight.Gaussian(2)).ToMatrix();
        Close.Value(Math.Exp(-0.25), gaussian[0, 1], 1e-15);
        Close.Value(1, gaussian[2, 3], 1e-15);
        Close.Value(Math.Exp(-1), gaussian[1, 2], 1e-15);
        // Second neighbours: of 0 at 3, of 1 at 2, of 2 and of 3 at 2.
        var adaptive = Graph.FromNeighbours(found, NeighbourWeight.Adaptive(2)).ToMatrix();
        Close.Value((Math.Exp(-1 / 9.0) + Math.Exp(-1 / 4.0)) / 2, adaptive[0, 1], 1e-15);
        Close.Value(Math.Exp(-1), adaptive[1, 2], 1e-15);
        // With the nearest as scale, the duplicates' sigma is the least there is: their kernel at any distance is 0, the other side's counts half.
        var nearest = Graph.FromNeighbours(found, NeighbourWeight.Adaptive(1)).ToMatrix();
        Close.Value(Math.Exp(-4) / 2, nearest[1, 2], 1e-15);
        Close.Value(1, nearest[2, 3], 1e-15);
    }

    [Fact]
    public void MeanOfBinaryIsHalfOfBothSides()
    {
        using var points = tensor(Points(80, 3, 8));
        var found = Search(points, 5);
        var (a, mean, max) = (new double[80, 80], Graph.FromNeighbours(found, symmetrisation: Symmetrisation.Mean).ToMatrix(), Graph.FromNeighbours(found).ToMatrix());
        for (var i = 0; i < 80; i++)
            foreach (var j in found.Indices(i)) a[i, j] = 1;
        for (var i = 0; i < 80; i++)
            for (var j = 0; j < 80; j++) Assert.Equal(((a[i, j] + a[j, i]) / 2, Math.Max(a[i, j], a[j, i])), (mean[i, j], max[i, j]));
    }

    [Fact]
    public void TypesAndTheInputAreRespected()
    {
        using var scope = NewDisposeScope();
        var exact = torch.tensor(Points(50, 3, 9, random => random.Next(100)));
        var expected = Search(exact, 4).Indices(7).ToArray();
        foreach (var type in new[] { float32, int32, int64 }) Assert.Equal(expected, Search(exact.to(type), 4).Indices(7).ToArray());
        var copy = exact.clone().requires_grad_();
        Search(copy.t().contiguous().t(), 4);
        Assert.True(copy.requires_grad);
        Assert.Equal(exact.data<double>().ToArray(), copy.detach().data<double>().ToArray());
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => Search(zeros(3), 1)).Message);
        Assert.Contains("[1, 3]", Assert.Throws<ArgumentException>(() => Search(zeros(1, 3), 1)).Message);
        Assert.Contains("k is 3; expected 1 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Search(zeros(3, 2), 3)).Message);
        Assert.Contains("k is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Search(zeros(3, 2), 0)).Message);
        Assert.Contains("Bool", Assert.Throws<ArgumentException>(() => Search(zeros(3, 2) > 0, 1)).Message);
        Assert.Contains("[1, 0] is NaN", Assert.Throws<ArgumentException>(() => Search(tensor(new[,] { { 0, 1 }, { double.NaN, 1 } }), 1)).Message);
        Assert.Contains("below 1e150", Assert.Throws<ArgumentException>(() => Search(tensor(new[,] { { 0, 1 }, { 0, 1e160 }, { 0, 0 }, { 0, 0 } }), 1)).Message);
        var found = Search(tensor(new double[,] { { 0 }, { 1 } }), 1);
        Assert.Contains("Point 2 does not exist", Assert.Throws<ArgumentOutOfRangeException>(() => found.Indices(2)).Message);
        Assert.Contains("neighbour 2; expected 1 to 1", Assert.Throws<ArgumentException>(() => Graph.FromNeighbours(found, NeighbourWeight.Adaptive(2))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighbourWeight.Gaussian(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighbourWeight.Adaptive(0));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => NearestNeighbours.Of(rand(30, 2), 1, cancelled.Token));
    }
}
