using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>
    /// Grad-CAM (Selvaraju et al. 2017, eqs. 1-2) at a layer with channels A_c: alpha_c is the mean of df_t / dA_c over the positions, and the map is
    /// max(sum_c alpha_c A_c, 0).
    /// </summary>
    /// <param name="model">A <see cref="Network"/>, or a module that <see cref="Network.Of"/> can read.</param>
    /// <param name="input">x [N, ..., positions].</param>
    /// <param name="layer">Name of the layer whose output is A, [N, C, positions] along one or two axes: usually the last convolution, or the ReLU after it.</param>
    /// <param name="target">The class.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    /// <returns>The map at the layer's positions and at the input's.</returns>
    /// <exception cref="ArgumentException">There is no such layer, or it has no positions.</exception>
    /// <exception cref="UnsupportedLayerException">The module must be traced first, see <see cref="Network.Trace"/>.</exception>
    public static GradCamMap GradCam(ScoringModel model, Tensor input, string layer, ClassTarget target = default, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(layer);
        var network = model.AsNetwork();
        ScoringModel scoring = network;
        scoring.Check(input, batchSize, gradient: false);
        var at = Array.FindIndex([.. network.Nodes], node => node.Name == layer);
        if (at < 0)
            throw new ArgumentException($"There is no layer '{layer}'; expected one of {string.Join(", ", network.Nodes.Select(node => node.Name))}.", nameof(layer));
        using var scope = NewDisposeScope();
        var map = InBatches(input, batchSize, (start, points) => ClassActivation(scoring, network, at, points, scores => target.Of(scores, start, input)));
        var axes = (int)map.dim() - 2;
        if (input.dim() <= axes)
            throw new ArgumentException(FormattableString.Invariant($"Layer '{layer}' has {axes} axes of positions and the input, of shape [{string.Join(", ", input.shape)}], has fewer; expected at least as many."), nameof(layer));
        var positions = input.shape[^axes..];
        var large = F.interpolate(map, positions, mode: axes == 1 ? InterpolationMode.Linear : InterpolationMode.Bilinear, align_corners: false);
        if (input.dim() == axes + 1) large = large.squeeze(1);
        return new GradCamMap(map.MoveToOuterDisposeScope(), large.MoveToOuterDisposeScope());
    }

    private static Tensor ClassActivation(ScoringModel model, Network network, int layer, Tensor points, Func<Tensor, Tensor> targets)
    {
        using var scope = NewDisposeScope();
        var outputs = NodeOutputs.Of(network, points, layer);
        var scores = model.Checked(outputs[network.Output], points);
        var channels = outputs[layer];
        if (channels.dim() is not (3 or 4) || !channels.is_floating_point())
            throw new ArgumentException(FormattableString.Invariant(
                $"Layer '{network.Nodes[layer].Name}' gives {channels.dtype} of shape [{string.Join(", ", channels.shape)}]; expected channels with one or two axes of positions, [N, C, ...], as of a convolution."), nameof(layer));
        var classes = targets(scores.detach());
        Tensor gradient;
        using (enable_grad()) gradient = Differentiation.By(channels, ScoringModel.At(scores, classes));
        long[] axes = [.. Enumerable.Range(2, (int)channels.dim() - 2).Select(axis => (long)axis)];
        var weights = gradient.mean(axes, true);
        return (weights * channels.detach()).sum(1, true).relu().MoveToOuterDisposeScope();
    }
}
