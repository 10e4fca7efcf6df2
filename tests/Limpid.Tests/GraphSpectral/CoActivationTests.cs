using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class CoActivationTests
{
    [Fact]
    public void KernelsByHand()
    {
        // Three neurons on one sample, at 0, 1 and 3.
        using var z = tensor(new double[,] { { 0, 1, 3 } });
        var gaussian = CoActivation.Graph(z, CoActivationKernel.Gaussian()).ToMatrix();
        Close.Value(Math.Exp(-1), gaussian[0, 1], 1e-15);
        Assert.Equal((0, 0), (gaussian[1, 2], gaussian[0, 2]));
        Close.Value(Math.Exp(-4), CoActivation.Graph(z, CoActivationKernel.Gaussian(threshold: 0)).ToMatrix()[1, 2], 1e-15);
        var near = CoActivation.Graph(z, CoActivationKernel.Neighbours(1));
        Assert.Equal([new Edge(0, 1), new Edge(1, 2, 0.5)], near.Edges);
        // Nearest others at 1, 1, 2.
        var adaptive = CoActivation.Graph(z, CoActivationKernel.Adaptive(1)).ToMatrix();
        Close.Value(Math.Exp(-1), adaptive[0, 1], 1e-15);
        Close.Value((Math.Exp(-4) + Math.Exp(-1)) / 2, adaptive[1, 2], 1e-15);
        Close.Value((Math.Exp(-9) + Math.Exp(-9 / 4.0)) / 2, adaptive[0, 2], 1e-15);
    }

    [Fact]
    public void KernelsAreTheirFormulas()
    {
        using var z = Check.Random(4, 32, 20);
        var f = Check.Matrix(z);
        double Squared(int i, int j) => Enumerable.Range(0, 32).Sum(b => Math.Pow(f[b, i] - f[b, j], 2));
        int[] Nearest(int i) => [.. Enumerable.Range(0, 20).Where(j => j != i).OrderBy(j => Squared(i, j))];
        var adaptive = CoActivation.Graph(z, CoActivationKernel.Adaptive(3)).ToMatrix();
        var neighbours = CoActivation.Graph(z, CoActivationKernel.Neighbours(5)).ToMatrix();
        var gaussian = CoActivation.Graph(z, CoActivationKernel.Gaussian(3)).ToMatrix();
        double Half(int i, int j) => Math.Exp(-Squared(i, j) / Squared(i, Nearest(i)[2])) / 2;
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < 20; j++)
            {
                if (i == j) continue;
                Close.Value(Half(i, j) + Half(j, i), adaptive[i, j], 1e-14);
                Assert.Equal((Nearest(i).Take(5).Contains(j) ? 0.5 : 0) + (Nearest(j).Take(5).Contains(i) ? 0.5 : 0), neighbours[i, j]);
                var weight = Math.Exp(-Squared(i, j) / 9);
                Close.Value(weight < 0.1 ? 0 : weight, gaussian[i, j], 1e-14);
            }
        }
    }

    [Fact]
    public void PenaltyIsTheSumOfTheGraphsOwnDistances()
    {
        // sum_ij W_ij |f_i - f_j|^2 = 2 B mean_b z_b'Lz_b
        using var z = Check.Random(5, 9, 7);
        var (w, rows) = (CoActivation.Graph(z).ToMatrix(), Check.Matrix(z));
        var sum = (from i in Enumerable.Range(0, 7) from j in Enumerable.Range(0, 7) from b in Enumerable.Range(0, 9)
                   select w[i, j] * Math.Pow(rows[b, i] - rows[b, j], 2)).Sum();
        using var penalty = new GraphSpectralPenalty(CoActivation.Graph(z), 1, dtype: float64);
        Close.Value(sum, 2 * 9 * penalty.call(z).ToDouble(), 1e-10);
    }

    [Fact]
    public void AdaptiveKernelDoesNotSeeTheScale()
    {
        using var z = Check.Random(6, 20, 8);
        using var large = z * 1000;
        var (one, other) = (CoActivation.Graph(z).ToMatrix(), CoActivation.Graph(large).ToMatrix());
        Close.Values(one.Cast<double>(), other.Cast<double>(), 1e-12);
    }

    [Fact]
    public void DeadNeuronsAreOneGroup()
    {
        using var scope = NewDisposeScope();
        var z = cat([zeros(30, 4, float64), Check.Random(7, 30, 6) + 5], 1);
        var graph = CoActivation.Graph(z, CoActivationKernel.Adaptive(2));
        Assert.All(from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) where i != j select graph.ToMatrix()[i, j], weight => Assert.Equal(1, weight));
        Assert.Equal(2, CoActivation.Components(graph, 0.01));
        Assert.All(graph.Edges, edge => Assert.True(double.IsFinite(edge.Weight)));
    }

    [Fact]
    public void ComponentsDependOnTheThreshold()
    {
        var graph = Graph.FromEdges(4, [new(0, 1, 1), new(1, 2, 0.05), new(2, 3, 0.5)]);
        Assert.Equal([1, 1, 2, 4], new[] { 0, 0.05, 0.1, 2 }.Select(threshold => CoActivation.Components(graph, threshold)));
        Assert.Equal(1, CoActivation.SmallEigenvalues(graph));
        Assert.Equal(3, CoActivation.SmallEigenvalues(Graph.Lines(3, 4)));
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("single neuron", Assert.Throws<ArgumentException>(() => CoActivation.Graph(zeros(3, 1))).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => CoActivation.Graph(full([2, 2], double.NaN, float64))).Message);
        Assert.Contains("neighbour 5 of 4 neurons", Assert.Throws<ArgumentException>(() => CoActivation.Graph(zeros(2, 4), CoActivationKernel.Neighbours())).Message);
        Assert.Contains("neighbour 4 of 4 neurons", Assert.Throws<ArgumentException>(() => CoActivation.Graph(zeros(2, 4), CoActivationKernel.Adaptive(4))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CoActivationKernel.Adaptive(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoActivationKernel.Gaussian(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoActivationKernel.Gaussian(1, 2));
        var z = zeros(3, 4).requires_grad_();
        Check.LeavesNothing(() => CoActivation.Graph(z));
    }
}
