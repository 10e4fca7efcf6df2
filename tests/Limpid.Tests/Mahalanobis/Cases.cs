using Limpid.Mahalanobis;
using Limpid.Reproduction;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Random Gaussians over the dimensions of the tests, and the formulas written out.</summary>
internal static class Cases
{
    internal static readonly int[] Dimensions = [1, 2, 5, 10, 50];

    /// <summary>Dimension and seed.</summary>
    public static TheoryData<int, int> All
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var d in Dimensions)
                for (var seed = 0; seed < 3; seed++) data.Add(d, seed);
            return data;
        }
    }

    internal static Gaussian Random(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)(1000 * d + seed));
        return Gaussian.Of(empty([d], dtype: float64).normal_(0, 5, generator), RandomMatrices.Covariance(d, new Seed(7 * d + seed), 0.05).mul(1 + seed));
    }

    /// <summary>The Gaussian of the source's experiment with one node.</summary>
    internal static Gaussian OneNode() => Gaussian.Of(tensor(new double[] { 3, 2 }), tensor(new double[,] { { 2, -1 }, { -1, 1 } }));

    internal static Linear Layer(double[,] weight, double[] bias) => LinearRows.Layer(tensor(weight), tensor(bias));

    internal static Linear RandomLayer(int rows, int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        return LinearRows.Layer(empty([rows, d], dtype: float64).normal_(0, 1, generator), empty([rows], dtype: float64).normal_(0, 1, generator));
    }

    /// <summary>The four named whitening layers.</summary>
    internal static (string Name, Linear Layer)[] Whitenings(Gaussian gaussian, int seed) =>
        [("PCA", WhiteningLayer.Pca(gaussian)), ("ZCA", WhiteningLayer.Zca(gaussian)), ("Cholesky", WhiteningLayer.Cholesky(gaussian)), ("random", WhiteningLayer.Random(gaussian, new Seed(seed)))];

    /// <summary>The slow twin: point by point, a general solve of Sigma z = x - mu.</summary>
    internal static double[] SlowDistances(Gaussian gaussian, Tensor points)
    {
        using var scope = NewDisposeScope();
        var distances = new double[points.size(0)];
        for (var i = 0; i < distances.Length; i++)
        {
            var centred = points[i].to(float64) - gaussian.Mean;
            distances[i] = Math.Sqrt(centred.dot(linalg.solve(gaussian.Covariance, centred.unsqueeze(1)).squeeze(1)).item<double>());
        }
        return distances;
    }

    internal static double[] Lengths(Linear layer, Tensor points)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return Points.Numbers(layer.call(points).square().sum(1).sqrt());
    }

    /// <summary>Whether two tensors hold the same numbers.</summary>
    internal static bool Same(this Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        return a.shape.SequenceEqual(b.shape) && a.eq(b).all().item<bool>();
    }

    /// <summary>sqrt(sum of squares) of the difference of two matrices.</summary>
    internal static double Gap(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return (a.detach() - b.detach()).square().sum().sqrt().item<double>();
    }
}
