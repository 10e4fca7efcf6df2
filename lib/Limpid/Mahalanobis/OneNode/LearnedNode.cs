using System.Collections.Immutable;
using Limpid.Mahalanobis.Reading;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>One node at one time of its training.</summary>
/// <param name="Weight">w [d].</param>
/// <param name="Bias">b.</param>
/// <param name="Mean">w mu + b.</param>
/// <param name="Spread">sqrt(w' Sigma w).</param>
/// <param name="Loss">Mean squared error over its points.</param>
/// <param name="Expected">Mean squared error over the Gaussian, by quadrature.</param>
/// <param name="Kind">By the source's rule; before the training no node is dead.</param>
public sealed record LearnedNode(ImmutableArray<double> Weight, double Bias, double Mean, double Spread, double Loss, double Expected, NeuronKind Kind)
{
    /// <summary>Signed distance of mu to the hyperplane in standard deviations; NaN for weights of 0.</summary>
    public double ZOffset => Spread == 0 ? double.NaN : Mean / Spread;
}
