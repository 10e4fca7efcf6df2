using Limpid.Relevance.Networks;
using Limpid.Relevance.Networks.Tracing;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>A model that gives scores [N, C]: a module or a <see cref="Networks.Network"/>, which both convert to it.</summary>
/// <remarks>
/// It owns nothing. A module computes as in evaluation while a method of <see cref="Attribution"/> runs, and each of its parts gets its own mode back. A sample's
/// scores must not depend on the other samples of a batch.
/// </remarks>
public sealed class ScoringModel
{
    private readonly nn.Module<Tensor, Tensor>? module;
    private readonly Network? network;

    private ScoringModel(nn.Module<Tensor, Tensor>? module, Network? network) => (this.module, this.network) = (module, network);

    /// <summary>A module of any class.</summary>
    /// <param name="model">From x [N, ...] to scores [N, C].</param>
    /// <exception cref="ArgumentNullException">There is no model.</exception>
    public static implicit operator ScoringModel(nn.Module<Tensor, Tensor> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model, null);
    }

    /// <summary>A network.</summary>
    /// <param name="network">From x [N, ...] to scores [N, C].</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    public static implicit operator ScoringModel(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(null, network);
    }

    /// <summary>The network that it is or that its module can be read as.</summary>
    internal Network AsNetwork() => network ?? Network.Of(module!);

    /// <summary>Evaluation mode until disposed; null where there is no mode.</summary>
    internal IDisposable? Evaluation() => module is null ? null : new EvaluationMode(module);

    /// <summary>Checks what every method gets.</summary>
    internal void Check(Tensor input, int batchSize, bool gradient)
    {
        if (module is not null) InputCheck.Require(module, input);
        else InputCheck.Require(network!, input);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (gradient && !input.is_floating_point())
            throw new ArgumentException($"The input is {input.dtype}; expected a floating type, since there is no gradient by integers. Occlusion and Shapley values need none.", nameof(input));
    }

    /// <summary>The scores [B, C] of points [B, ...] that the model may overwrite.</summary>
    internal Tensor Scores(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return Checked(network is null ? module!.call(points) : network.Forward(points), points).MoveToOuterDisposeScope();
    }

    /// <summary>f_t(x) [B] of points that the model may overwrite, float64.</summary>
    internal Tensor Scores(Tensor points, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return At(Scores(points), targets).to(ScalarType.Float64).MoveToOuterDisposeScope();
    }

    /// <summary>The classes [N] to explain, and their scores [N], float64.</summary>
    internal (Tensor Targets, Tensor Scores) Explained(Tensor input, ClassTarget target, int batchSize)
    {
        using var scope = NewDisposeScope();
        var (targets, values) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (start, count) in Pieces.Of(input.size(0), batchSize))
        {
            using var batch = NewDisposeScope();
            var scores = Scores(input.detach().narrow(0, start, count).clone());
            var classes = target.Of(scores, start, input);
            values.Add(At(scores, classes).to(ScalarType.Float64).MoveToOuterDisposeScope());
            targets.Add(classes.MoveToOuterDisposeScope());
        }
        return (cat(targets, 0).MoveToOuterDisposeScope(), cat(values, 0).MoveToOuterDisposeScope());
    }

    /// <summary>The gradient of each point's score by the point, [B, ...].</summary>
    /// <param name="points">[B, ...], floating.</param>
    /// <param name="targets">From scores [B, C] to classes [B].</param>
    internal Tensor Gradient(Tensor points, Func<Tensor, Tensor> targets)
    {
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        Tensor leaf, scores;
        if (network is null)
        {
            leaf = points.detach().requires_grad_(true);
            // A module that works in place, or hands its input on, gets a tensor that it may have.
            scores = module!.call(leaf.clone());
        }
        else
        {
            var outputs = NodeOutputs.Of(network, points, leaf: 0);
            (leaf, scores) = (outputs[0], outputs[network.Output]);
        }
        Checked(scores, points);
        return Differentiation.By(leaf, At(scores, targets(scores.detach()))).MoveToOuterDisposeScope();
    }

    internal static Tensor At(Tensor scores, Tensor targets) => scores.gather(1, targets.unsqueeze(1)).squeeze(1);

    /// <summary>The scores of some points, if they are [B, C] and finite.</summary>
    internal Tensor Checked(Tensor scores, Tensor points)
    {
        if (scores is null || scores.dim() != 2 || scores.size(0) != points.size(0))
            throw new ArgumentException(FormattableString.Invariant(
                $"The model gave {(scores is null ? "null" : $"scores of shape [{string.Join(", ", scores.shape)}]")}; expected [{points.size(0)}, C], one row per sample."), "model");
        if (!FiniteNumbers.All(scores))
            throw new NonFiniteActivationException(network is null ? "output" : NodeOutputs.FirstNotFinite(network, points), "An activation");
        return scores;
    }
}
