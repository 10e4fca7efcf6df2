using Limpid.Mahalanobis.Matching;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Absolute values as ReLU: exactly by mirrored pairs, <c>|s| = relu(s) + relu(-s)</c>, or on one side by a shifted ReLU.</summary>
/// <remarks>The length of a pair is |s| under every norm, so that <c>|relu(W' x + b')| = |W x + b|</c> over all pairs; but <c>W'' W' = 2 W' W</c>. Layers made here are float64.</remarks>
public static class ReluPairs
{
    /// <summary>Rows W, then rows -W; biases b, then -b.</summary>
    /// <param name="layer">A layer of absolute values; left as it is.</param>
    /// <exception cref="ArgumentException">A value isn't finite.</exception>
    public static Linear Of(Linear layer)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        return LinearRows.Layer(cat([weight, weight.neg()], 0), cat([bias, bias.neg()], 0));
    }

    /// <summary>The first row of each pair: the layer of absolute values that computes the same.</summary>
    /// <param name="layer">A layer of ReLU pairs; left as it is.</param>
    /// <param name="tolerance">How far a row and its bias may lie from the negative of its partner's, relative to their size.</param>
    /// <exception cref="ArgumentException">A row has no mirrored partner, or one with another norm or bias: then no layer of absolute values computes the same.</exception>
    public static Linear ToAbs(Linear layer, double tolerance = 1e-6)
    {
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        var pairs = MirroredPairs.Of(weight, bias, -1 + tolerance);
        if (2 * pairs.Length != weight.size(0))
            throw new ArgumentException($"{weight.size(0) - 2 * pairs.Length} of {weight.size(0)} rows have no mirrored partner; expected none.", nameof(layer));
        var biases = Points.Numbers(bias);
        foreach (var pair in pairs)
        {
            var gap = Math.Abs(biases[pair.First] + biases[pair.Second]);
            if (Math.Abs(pair.NormRatio - 1) > tolerance || gap > tolerance * Math.Max(1, Math.Abs(biases[pair.First])))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Rows {pair.First} and {pair.Second} have norms in the ratio {pair.NormRatio:g6} and biases {biases[pair.First]:g6} and {biases[pair.Second]:g6}; expected equal norms and opposite biases."), nameof(layer));
        }
        return MirroredPairs.Rows(layer, [.. pairs.Select(pair => pair.First)]);
    }

    /// <summary>Rows -W with biases delta - b: <c>y = relu(delta - s)</c> holds <c>s = delta - y</c> wherever s is below delta, and nothing more about s beyond.</summary>
    /// <param name="layer">A layer of absolute values; left as it is.</param>
    /// <param name="delta">How far beyond the hyperplane the boundary moves, in units of s: at 2, 97.7 % of a whitened Gaussian lie on the near side.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not finite.</exception>
    public static Linear Shifted(Linear layer, double delta)
    {
        if (!double.IsFinite(delta)) throw new ArgumentOutOfRangeException(nameof(delta), delta, FormattableString.Invariant($"delta is {delta}; expected a finite number."));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        return LinearRows.Layer(weight.neg(), bias.neg().add(delta));
    }
}
