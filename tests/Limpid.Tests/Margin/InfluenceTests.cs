using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Tests.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>Influence against its formula with dense matrices, on spectra known by hand, and where there is nothing to filter.</summary>
public class InfluenceTests
{
    public static TheoryData<int, int> Seeds => new() { { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 5 } };

    /// <summary>Straight from the formula: the shift as a dense matrix, its power by products.</summary>
    private static double[] Twin(Graph graph, double[] signal, bool symmetric, int hops)
    {
        var (w, n) = (graph.ToMatrix(), graph.VertexCount);
        double Degree(int i) => Enumerable.Range(0, n).Sum(j => w[i, j]);
        var power = signal;
        for (var hop = 0; hop < hops; hop++)
        {
            var before = power;
            power = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => w[i, j] == 0 ? 0 : w[i, j] / (symmetric ? Math.Sqrt(Degree(i) * Degree(j)) : Degree(i)) * before[j]))];
        }
        return [.. Enumerable.Range(0, n).Select(i => signal[i] - power[i])];
    }

    private static Graph Random(int n, int seed, double share = 0.15) => Graph.FromMatrix(RandomGraphs.Matrix(n, share, seed));

    private static double[] Signal(int n, int seed) => RandomGraphs.Signal(n, seed);

    private static double[] Values(Tensor t) => t.data<double>().ToArray();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EqualsItsSlowTwin(int seed, int hops)
    {
        using var scope = NewDisposeScope();
        var (graph, signal) = (Random(40, seed), Signal(40, seed + 100));
        Close.Values(Twin(graph, signal, false, hops), Values(Influence.RandomWalk(hops).Filtered(graph, tensor(signal))), 1e-12);
        Close.Values(Twin(graph, signal, true, hops), Values(Influence.Symmetric(hops).Filtered(graph, tensor(signal))), 1e-12);
        var smooth = Values(Influence.Smoothed(hops).Filtered(graph, tensor(signal)));
        var isolated = Enumerable.Range(0, 40).Where(v => graph.Degrees[v] == 0).ToArray();
        Close.Values([.. Twin(graph, signal, false, hops).Select((value, v) => isolated.Contains(v) ? signal[v] : signal[v] - value)], smooth, 1e-12);
    }

    [Fact]
    public void ScoresAreMagnitudesOverTheLargestAndRankedWithTiesByIndex()
    {
        var scores = Influence.RandomWalk().Of(Graph.Path(3), [0, 0, 1]);
        Close.Values([0, 0.5, 1], scores.Scores, 1e-15);
        Assert.Equal(1, scores.Largest);
        Assert.Equal([2, 1, 0], scores.Ranking);
        var tied = Influence.RandomWalk().Of(Graph.Ring(6), [1, -1, 1, -1, 1, -1]);
        Assert.Equal([0, 1, 2, 3, 4, 5], tied.Ranking);
        Assert.Equal([0, 1], tied.Least(2));
        Assert.Equal([0, 1, 2], tied.Most(3));
        Assert.Equal(Influence.RandomWalk(), tied.Method);
        Assert.Equal("RandomWalk, 1 hop: 6 vertices, largest influence 2", tied.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => tied.Most(7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void ConstantsHaveNoInfluenceExactly(int hops)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var graph = Random(60, seed, 0.3);
            var scores = Influence.RandomWalk(hops).Of(graph, [.. Enumerable.Repeat(0.1 + seed / 3.0, 60)]);
            Assert.All(Enumerable.Range(0, 60), v => Assert.Equal(0, graph.Degrees[v] > 0 ? scores.Scores[v] : 0));
        }
        var none = Influence.RandomWalk(hops).Of(Graph.Ring(9), [.. Enumerable.Repeat(3.7, 9)]);
        Assert.Equal((0, true), (none.Largest, none.Scores.All(score => score == 0)));
    }

    [Fact]
    public void TheSymmetricShiftDoesNotAnnihilateConstantsWhereDegreesDiffer() =>
        Assert.True(Influence.Symmetric().Of(Graph.Stars(1, 5), [1, 1, 1, 1, 1]).Largest > 0.4);

    /// <summary>Gains 1 - mu^k by hand: complete graph mu = -1/(n-1), ring cos(2 pi j/n), star -1, path of two -1.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GainsOnKnownSpectra(int hops)
    {
        using var scope = NewDisposeScope();
        void Gain(Graph graph, double[] vector, double mu) =>
            Close.Values([.. vector.Select(v => v * (1 - Math.Pow(mu, hops)))], Values(Influence.RandomWalk(hops).Filtered(graph, tensor(vector))), 1e-12);
        const int n = 8;
        Gain(Graph.Cliques(1, n), [1, -1, .. new double[n - 2]], -1.0 / (n - 1));
        for (var j = 0; j < n; j++) Gain(Graph.Ring(n), [.. Enumerable.Range(0, n).Select(v => Math.Cos(2 * Math.PI * j * v / n))], Math.Cos(2 * Math.PI * j / n));
        Gain(Graph.Stars(1, n), [1, .. Enumerable.Repeat(-1.0, n - 1)], -1);
        Gain(Graph.Stars(1, n), [0, 1, -1, .. new double[n - 3]], 0);
        // cos(pi j v/(n-1)) on a path: the reflecting walk.
        for (var j = 0; j < n; j++) Gain(Graph.Path(n), [.. Enumerable.Range(0, n).Select(v => Math.Cos(Math.PI * j * v / (n - 1)))], Math.Cos(Math.PI * j / (n - 1)));
    }

    [Fact]
    public void AVectorSignalHasTheNormOfItsColumns()
    {
        using var scope = NewDisposeScope();
        var graph = Random(30, 9);
        var columns = new[] { Signal(30, 1), Signal(30, 2), Signal(30, 3) };
        var matrix = new double[30, 3];
        for (var v = 0; v < 30; v++)
            for (var c = 0; c < 3; c++) matrix[v, c] = columns[c][v];
        var scores = Influence.RandomWalk(2).Of(graph, tensor(matrix));
        var filtered = columns.Select(column => Values(Influence.RandomWalk(2).Filtered(graph, tensor(column)))).ToArray();
        Close.Values([.. Enumerable.Range(0, 30).Select(v => Math.Sqrt(filtered.Sum(f => f[v] * f[v])))], [.. scores.Scores.Select(s => s * scores.Largest)], 1e-12);
        Close.Values([.. Influence.RandomWalk().Of(graph, columns[0]).Scores], Influence.RandomWalk().Of(graph, tensor(columns[0]).unsqueeze(1)).Scores, 1e-14);
    }

    [Fact]
    public void IsolatedVerticesKeepTheirValueOrGetNothing()
    {
        var graph = Graph.FromEdges(4, [new(0, 1, 1)]);
        double[] signal = [1, 1, -3, 2];
        foreach (var method in new[] { Influence.RandomWalk(), Influence.Symmetric(2), Influence.IdealSpectral(4), Influence.LlnlLegacy() })
        {
            var kept = method.Of(graph, signal);
            Assert.Equal((3, 1.0, 2 / 3.0), (kept.Largest, kept.Scores[2], kept.Scores[3]));
            var (none, largest) = ((method with { KeepsIsolated = false }).Of(graph, signal), 0.0);
            largest = none.Scores[2] + none.Scores[3];
            Assert.Equal(0, largest);
            Assert.Contains("isolated vertices 0", none.Method.ToString());
        }
        Assert.Equal([1, 1, 1], Influence.RandomWalk().Of(Graph.FromEdges(3, []), [5.0, 5, 5]).Scores);
    }

    [Fact]
    public void TheIdealFilterKeepsWhatLiesAboveItsCut()
    {
        using var scope = NewDisposeScope();
        var (graph, signal) = (Random(30, 5, 0.4), Signal(30, 6));
        var spectrum = Spectrum.Of(graph.Laplacian(LaplacianKind.Symmetric));
        double[] expected = [.. spectrum.Invert([.. spectrum.Transform(signal).Select((share, k) => k < 12 ? 0 : share)])];
        Close.Values(expected, Values(Influence.IdealSpectral(12).Filtered(graph, tensor(signal))), 1e-12);
        Close.Values(signal, Values(Influence.IdealSpectral(0).Filtered(graph, tensor(signal))), 1e-12);
        Assert.Equal(0, Influence.IdealSpectral(99).Of(graph, signal).Largest, 1e-12);
    }

    /// <summary>The legacy filter straight from its formulas, with matrices.</summary>
    private static double[] Legacy(Graph graph, double[] f, int power)
    {
        var (w, n) = (graph.ToMatrix(), graph.VertexCount);
        var all = Enumerable.Range(0, n).ToArray();
        double Count(int i) => all.Count(j => w[i, j] > 0);
        var shift = new double[n, n];
        foreach (var i in all)
            foreach (var j in all)
                if (w[i, j] > 0) shift[i, j] = w[i, j] / Math.Sqrt(Count(i) * Count(j));
        double[,] Times(double[,] a, double[,] b)
        {
            var product = new double[n, n];
            foreach (var i in all)
                foreach (var j in all) product[i, j] = all.Sum(k => a[i, k] * b[k, j]);
            return product;
        }

        var p = shift;
        for (var step = 1; step < power; step++) p = Times(p, shift);
        double Positive(int i) => all.Count(j => p[i, j] > 0);
        double[] Averaged(double[] x) => [.. all.Select(i => all.Sum(j => p[i, j] * x[j]) / Positive(i))];
        double[] f0 = [.. all.Select(i => all.Where(j => w[i, j] > 0).Sum(j => f[i] * f[j]) / Count(i))];
        var f1 = Averaged(f0);
        return [.. f1.Zip(Averaged(f1), (a, b) => a - b)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheLegacyFilterIsAsTranscribed(int power)
    {
        using var scope = NewDisposeScope();
        var (graph, signal) = (Random(25, 7, 0.5), Signal(25, 8));
        Close.Values(Legacy(graph, signal, power), Values(Influence.LlnlLegacy(power).Filtered(graph, tensor(signal))), 1e-13);
    }

    /// <summary>On a complete graph, the one vertex that lacks what all others have has the largest influence by V1, and by the legacy filter the smallest.</summary>
    [Fact]
    public void TheLegacyFilterInvertsTheRankingOfACompleteGraph()
    {
        double[] signal = [0, .. Enumerable.Repeat(1.0, 7)];
        var complete = Graph.Cliques(1, 8);
        Assert.Equal(0, Influence.RandomWalk().Of(complete, signal).Ranking[0]);
        Assert.Equal(0, Influence.LlnlLegacy().Of(complete, signal).Least(1)[0]);
        Assert.NotEqual(0, Influence.LlnlLegacy().Of(complete, Enumerable.Repeat(1.0, 8).ToArray()).Largest);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var ring = Graph.Ring(4);
        Assert.Contains("expected one for each of the 4 vertices", Assert.Throws<ArgumentException>(() => Influence.RandomWalk().Of(ring, [1.0, 2])).Message);
        Assert.Contains("NaN at vertex 2", Assert.Throws<ArgumentException>(() => Influence.RandomWalk().Of(ring, [1.0, 2, double.NaN, 0])).Message);
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => Influence.RandomWalk().Of(ring, zeros(3, 2))).Message);
        Assert.Contains("legacy", Assert.Throws<ArgumentException>(() => Influence.LlnlLegacy().Of(ring, zeros(4, 2))).Message);
        Assert.Equal("hops", Assert.Throws<ArgumentOutOfRangeException>(() => Influence.RandomWalk(0)).ParamName);
        Assert.Equal("power", Assert.Throws<ArgumentOutOfRangeException>(() => Influence.LlnlLegacy(0)).ParamName);
        Assert.Equal("cut", Assert.Throws<ArgumentOutOfRangeException>(() => Influence.IdealSpectral(-1)).ParamName);
    }

    [Fact]
    public void TheSignalIsLeftAsItWas()
    {
        using var scope = NewDisposeScope();
        var signal = tensor(Signal(20, 3));
        var before = signal.clone();
        foreach (var method in new[] { Influence.RandomWalk(3), Influence.Symmetric(), Influence.Smoothed(), Influence.IdealSpectral(5), Influence.LlnlLegacy() })
        {
            _ = method.Of(Random(20, 2), signal);
            Assert.Equal(Values(before), Values(signal));
        }
    }
}
