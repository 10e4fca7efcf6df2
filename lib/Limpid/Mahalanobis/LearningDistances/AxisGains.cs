using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>How loudly a layer hears each principal axis: <c>|W v_i| sqrt(lambda_i)</c>, the length of what one standard deviation along the axis changes in its sums.</summary>
/// <remarks>All 1 for a layer that whitens, whichever rotation it found; all sqrt 2 for its ReLU pairs; near 0 along a direction that was lost.</remarks>
public static class AxisGains
{
    /// <summary>One number per axis, by descending variance.</summary>
    /// <param name="layer">A layer's reading.</param>
    /// <param name="gaussian">Of its inputs.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static ImmutableArray<double> Of(LearnedDistance layer, Gaussian gaussian)
    {
        ArgumentNullException.ThrowIfNull(layer);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var weight = stack([.. layer.Weights.Select(row => tensor(row.ToArray()))], 0);
        LinearRows.CheckFit(weight, gaussian);
        return [.. Points.Numbers(WhitenedRows.Of(weight, gaussian).square().sum(0L).sqrt())];
    }

    /// <summary>The same of many layers: one row per layer, one column per axis.</summary>
    /// <param name="layers">At least one.</param>
    /// <param name="gaussian">Of their inputs.</param>
    /// <exception cref="ArgumentException">There is no layer, or the dimensions differ.</exception>
    public static double[,] Of(IReadOnlyList<LearnedDistance> layers, Gaussian gaussian)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(gaussian);
        if (layers.Count == 0) throw new ArgumentException("There is no layer; expected at least one.", nameof(layers));
        var table = new double[layers.Count, gaussian.Dimension];
        for (var i = 0; i < layers.Count; i++)
        {
            var gains = Of(layers[i], gaussian);
            for (var j = 0; j < gains.Length; j++) table[i, j] = gains[j];
        }
        return table;
    }
}
