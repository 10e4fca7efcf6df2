using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Biases that put the hyperplanes through points of the data: <c>b_i = -w_i x</c> with a random x.</summary>
public static class BiasSampling
{
    /// <summary>A bias per row.</summary>
    /// <param name="weight">W [m, d].</param>
    /// <param name="data">Points [n, d], n at least 1.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="common">Whether one point serves all rows.</param>
    /// <returns>[m], in the type of <paramref name="weight"/>.</returns>
    /// <exception cref="ArgumentException">The shapes don't fit or a value isn't finite.</exception>
    public static Tensor Of(Tensor weight, Tensor data, Seed seed, bool common = false)
    {
        Points.Check(weight, null, nameof(weight));
        Points.Check(data, weight.size(1), nameof(data));
        if (data.size(0) == 0) throw new ArgumentException("There is no data point; expected at least one.", nameof(data));
        var random = seed.Random("points");
        var first = random.NextInt64(data.size(0));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var chosen = tensor(Enumerable.Range(0, (int)weight.size(0)).Select(row => row == 0 || common ? first : random.NextInt64(data.size(0))).ToArray(), device: data.device);
        return weight.mul(data.index_select(0, chosen).to(weight.dtype).to(weight.device)).sum(1).neg().MoveToOuterDisposeScope();
    }
}
