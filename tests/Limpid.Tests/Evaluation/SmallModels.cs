using Limpid.Tests.GraphSpectral;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

/// <summary>Models whose scores are known in closed form, and the twin's way to ask them: one sample at a time.</summary>
internal static class SmallModels
{
    /// <summary>Scores (w.x, -w.x) in float64.</summary>
    internal static Func<Tensor, Tensor> Linear(double[] weights) => x =>
    {
        var score = x.to(float64).reshape(x.shape[0], -1).matmul(tensor(weights));
        return stack([score, score.neg()], 1);
    };

    /// <summary>Three classes, not linear, float64.</summary>
    internal static Func<Tensor, Tensor> Curved(int seed, int entries) => x =>
    {
        var (first, second) = (Check.Random(seed, entries, 6), Check.Random(seed + 1, 6, 3));
        return x.to(float64).reshape(x.shape[0], -1).matmul(first).tanh().matmul(second);
    };

    internal static double Score(Func<Tensor, Tensor> model, double[] input, long[] shape, long target)
    {
        using var scope = NewDisposeScope();
        return model(tensor(input, [1, .. shape[1..]]))[0, target].item<double>();
    }
}
