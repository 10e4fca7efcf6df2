using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// The graph penalty on weights instead of activations: <c>alpha tr(|W| L |W|')</c> for a linear layer whose N inputs are the vertices of a graph, so that inputs
/// that belong together get weights of like size.
/// </summary>
/// <remarks>
/// <para>
/// W [M, N] as in <c>nn.Linear</c>; the authors' code writes it for the transposed matrix. With <c>normalise</c> each output's form is divided by its
/// squared length, <c>sum_m |w_m|'L|w_m| / (w_m'w_m + 1e-12)</c>, which shrinking the weights cannot reduce. L1 on the weights comes beside it:
/// <see cref="ActivationPenalty"/> on W.
/// </para>
/// <para>On <c>Graph.Path(2)</c> with alpha 1, D - W and W = [[1, -3]]: (1 - 3)^2 = 4. Used with a network of genes in the authors' code; not in the paper.</para>
/// </remarks>
public sealed class WeightPenalty : nn.Module<Tensor, Tensor>
{
    private readonly GraphSpectralPenalty penalty;

    /// <summary>A penalty.</summary>
    /// <param name="graph">The graph on the N inputs.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="normalise">Whether each output's form is divided by its squared length.</param>
    /// <param name="kind">Which Laplacian; the code takes the symmetric one.</param>
    /// <param name="dtype">Type of the weights, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or not finite.</exception>
    public WeightPenalty(
        Graph graph, double weight = 1e-3, bool normalise = false, LaplacianKind kind = LaplacianKind.Symmetric, ScalarType? dtype = null)
        : base(nameof(WeightPenalty))
    {
        penalty = new GraphSpectralPenalty(graph, weight, kind, normalise, dtype);
        RegisterComponents();
    }

    /// <summary>The penalty of a weight matrix.</summary>
    /// <param name="weights">W [M, N].</param>
    /// <returns>A scalar that carries the gradient (0 for |w| at 0): the sum over outputs, where the penalty on activations has the mean.</returns>
    /// <exception cref="ArgumentException">Shape or type of W do not fit.</exception>
    public override Tensor forward(Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        return penalty.call(weights.abs()).mul(weights.size(0)).MoveToOuterDisposeScope();
    }
}
