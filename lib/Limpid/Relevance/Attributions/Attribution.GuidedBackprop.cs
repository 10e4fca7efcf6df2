using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>
    /// Guided backpropagation (Springenberg et al. 2015): the gradient, but each ReLU hands down only positive parts, g -> g 1[g > 0] 1[z > 0] with z its input. Other
    /// activations keep their derivative; without a ReLU it is <see cref="Gradient"/>.
    /// </summary>
    /// <param name="model">A <see cref="Network"/>, or a module that <see cref="Network.Of"/> can read. Every ReLU must be a node of it (<see cref="ReluLayer"/>).</param>
    /// <param name="input">x [N, ...], floating.</param>
    /// <param name="target">The class.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    /// <exception cref="UnsupportedLayerException">The module must be traced first, see <see cref="Network.Trace"/>.</exception>
    public static Tensor GuidedBackprop(ScoringModel model, Tensor input, ClassTarget target = default, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        ScoringModel network = model.AsNetwork();
        network.Check(input, batchSize, gradient: true);
        using var still = no_grad();
        return InBatches(input, batchSize, (start, points) => Guided(network, points, scores => target.Of(scores, start, input)));
    }

    private static Tensor Guided(ScoringModel model, Tensor points, Func<Tensor, Tensor> targets)
    {
        using var scope = NewDisposeScope();
        var network = model.AsNetwork();
        var steps = new Step?[network.Nodes.Length];
        var outputs = new Tensor[network.Nodes.Length];
        outputs[0] = points;
        for (var i = 1; i < outputs.Length; i++)
        {
            steps[i] = new Step(network.Nodes[i].Operation, [.. network.Nodes[i].Inputs.Select(at => outputs[at])], nonNegative: false, graph: true, ledger: false);
            outputs[i] = steps[i]!.Output;
        }
        var scores = model.Checked(outputs[network.Output], points);
        var gradients = new Tensor?[outputs.Length];
        gradients[network.Output] = zeros_like(scores).scatter_(1, targets(scores).unsqueeze(1), ones([scores.size(0), 1], scores.dtype, scores.device));
        for (var i = outputs.Length - 1; i > 0; i--)
        {
            if (gradients[i] is not { } upper) continue;
            using var step = steps[i]!;
            var lower = step.Transposed(step.Operation is ReluLayer ? upper.clamp_min(0) : upper);
            for (var k = 0; k < lower.Length; k++)
            {
                var at = network.Nodes[i].Inputs[k];
                gradients[at] = gradients[at] is { } before ? before + lower[k] : lower[k];
            }
        }
        var map = gradients[0] ?? zeros_like(points);
        Differentiation.RequireFinite(map);
        return map.contiguous().MoveToOuterDisposeScope();
    }
}
