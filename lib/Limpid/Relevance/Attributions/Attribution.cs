using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>
/// The methods that relevance propagation is compared with. Each explains the score f_t(x) of one class per sample and returns a tensor like the input, which the
/// caller disposes.
/// </summary>
/// <remarks>
/// <para>
/// The model is a module or a <see cref="Networks.Network"/>; its scores are [N, C]. The class is the one with the largest score if none is given. Nothing that is
/// passed in is changed, no hook is set, and <c>grad</c> of the parameters stays as it is; a model in training mode computes as in evaluation. At most
/// <c>batchSize</c> inputs go through the model together, whatever the number of steps, draws, windows or subsets.
/// </para>
/// <para>All methods throw <see cref="ArgumentException"/> for an input that is empty, not finite or of another type than the model, for a target that doesn't fit, and for scores
/// that aren't [N, C]; and <see cref="NonFiniteActivationException"/> where scores or gradients aren't finite.</para>
/// </remarks>
public static partial class Attribution
{
    /// <summary>The gradient, df_t / dx_i (Simonyan et al. 2014, signed).</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...], floating.</param>
    /// <param name="target">The class.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    public static Tensor Gradient(ScoringModel model, Tensor input, ClassTarget target = default, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check(input, batchSize, gradient: true);
        using var mode = model.Evaluation();
        return InBatches(input, batchSize, (start, points) => model.Gradient(points, scores => target.Of(scores, start, input)));
    }

    /// <summary>Gradient times input, x_i df_t / dx_i. For a network of linear layers without bias and ReLU it sums to the score.</summary>
    /// <inheritdoc cref="Gradient"/>
    public static Tensor GradientTimesInput(ScoringModel model, Tensor input, ClassTarget target = default, int batchSize = 64)
    {
        using var scope = NewDisposeScope();
        return Gradient(model, input, target, batchSize).mul(input.detach()).MoveToOuterDisposeScope();
    }

    /// <summary>One result for all samples, batch by batch.</summary>
    private static Tensor InBatches(Tensor input, int batchSize, Func<long, Tensor, Tensor> explain)
    {
        using var scope = NewDisposeScope();
        return cat([.. Pieces.Of(input.size(0), batchSize).Select(piece => explain(piece.Start, input.detach().narrow(0, piece.Start, piece.Count)))], 0)
            .MoveToOuterDisposeScope();
    }
}
