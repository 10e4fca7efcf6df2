using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Nodes;

/// <summary>What pruning needs of a layer.</summary>
internal static class HiddenNodes
{
    /// <summary>The one value of a layer's input eigenvalues: an output eigenvalue that equals it makes all weights into its node 0.</summary>
    internal static double InputEigenvalue(SpectralLayer layer, string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var values = layer.InputEigenvalues.detach().to(float64).flatten();
        var (low, high) = (values.min().cpu().ToDouble(), values.max().cpu().ToDouble());
        return low == high ? low : throw new ArgumentException(FormattableString.Invariant(
            $"The input eigenvalues of {name} lie between {low} and {high}; expected one value for all, because else no output eigenvalue makes all weights into a node 0."));
    }
}
