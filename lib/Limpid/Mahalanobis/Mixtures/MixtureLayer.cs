using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>Starts of a linear layer from clusters of its inputs.</summary>
public static class MixtureLayer
{
    /// <summary>A layer whose rows are principal directions of a mixture's components, <c>w = v' / sqrt(lambda)</c>, <c>b = -w mu_k</c>: first the axis of largest variance of each component, then the second of each, and so on.</summary>
    /// <param name="mixture">Of the layer's inputs, K components in d dimensions.</param>
    /// <param name="rows">1 to K d.</param>
    /// <param name="dtype">float32 if null, as networks are trained.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is out of range.</exception>
    public static Linear Of(GaussianMixture mixture, int rows, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        var (count, d) = (mixture.Components.Length, mixture.Dimension);
        if (rows < 1 || rows > count * d) throw new ArgumentOutOfRangeException(nameof(rows), rows, $"{rows} rows; expected 1 to {count * d}, the axes of all components.");
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var layers = mixture.Components.Select(component =>
        {
            using var layer = WhiteningLayer.Pca(component);
            return LinearRows.Of(layer);
        }).ToArray();
        var weight = stack([.. Enumerable.Range(0, rows).Select(row => layers[row % count].Weight[row / count])], 0);
        var bias = stack([.. Enumerable.Range(0, rows).Select(row => layers[row % count].Bias[row / count])], 0);
        return LinearRows.Layer(weight, bias, dtype ?? float32);
    }
}
