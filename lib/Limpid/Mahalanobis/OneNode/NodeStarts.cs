using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>The source's starts: Xavier-uniform weights, a hyperplane through a random point, and a new draw for a ReLU that is 0 at every point.</summary>
internal static class NodeStarts
{
    private const double Side = 8;

    /// <summary>Weights [models, d] and biases [models], float64.</summary>
    internal static (Tensor Weight, Tensor Bias) Of(double[][] data, NodeActivation activation, NodeStart start, Seed seed, int models)
    {
        var d = data[0].Length;
        var (weights, biases) = (new double[models, d], new double[models]);
        for (var model = 0; model < models; model++)
        {
            var random = seed.Random(FormattableString.Invariant($"node {model}"));
            do Draw(random, data, start, weights, biases, model);
            while (activation == NodeActivation.Relu && Silent(data, weights, biases, model));
        }
        return (tensor(weights), tensor(biases));
    }

    private static void Draw(Random random, double[][] data, NodeStart start, double[,] weights, double[] biases, int model)
    {
        var d = data[0].Length;
        var bound = Math.Sqrt(6.0 / (d + 1));
        for (var i = 0; i < d; i++) weights[model, i] = bound * (2 * random.NextDouble() - 1);
        var point = start == NodeStart.Data ? data[random.Next(data.Length)] : [.. Enumerable.Range(0, d).Select(_ => Side * (2 * random.NextDouble() - 1))];
        biases[model] = -Sum(point, weights, model);
    }

    // A hyperplane through a data point is 0 there; the rounding of float32 must not count as an answer.
    private static bool Silent(double[][] data, double[,] weights, double[] biases, int model) => data.All(point => Sum(point, weights, model) + biases[model] <= 1e-6);

    private static double Sum(double[] point, double[,] weights, int model)
    {
        var sum = 0.0;
        for (var i = 0; i < point.Length; i++) sum += weights[model, i] * point[i];
        return sum;
    }
}
