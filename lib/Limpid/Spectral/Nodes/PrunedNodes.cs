using static TorchSharp.torch;

namespace Limpid.Spectral.Nodes;

/// <summary>
/// Hidden nodes taken away for a while: the output eigenvalue of each is set to the layer's input eigenvalue, which makes all weights into it 0, and its bias to 0. Dispose gives every
/// number back.
/// </summary>
/// <remarks>
/// The node then sends on what its activation makes of 0: nothing after ReLU or tanh. Batch normalisation that follows may send on a constant.
/// </remarks>
/// <example>
/// <code>
/// using (NodeRanking.OfEigenvalues(network.HiddenLayers).AtPercentile(70).Apply(network.HiddenLayers))
///     Console.WriteLine(SpectralTraining.Score(network, inputs, targets, SpectralLoss.Classes));
/// </code>
/// </example>
public sealed class PrunedNodes : IDisposable
{
    private readonly List<(Tensor Part, Tensor Kept)> saved = [];

    internal PrunedNodes(IReadOnlyList<SpectralLayer> layers, NodeMask mask)
    {
        mask.Check(layers);
        Mask = mask;
        // All layers are looked at before the first is changed.
        double[] to = [.. layers.Select((layer, k) => HiddenNodes.InputEigenvalue(layer, $"layer {k}"))];
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        for (var k = 0; k < layers.Count; k++)
        {
            var away = tensor(mask.Keep[k].Select(keep => !keep).ToArray(), device: layers[k].OutputEigenvalues.device);
            Set(layers[k].OutputEigenvalues, away, to[k]);
            if (layers[k].Bias is { } bias) Set(bias, away, 0);
        }
    }

    /// <summary>Which nodes are kept.</summary>
    public NodeMask Mask { get; }

    /// <summary>Gives eigenvalues and biases back as they were; a second call does nothing.</summary>
    public void Dispose()
    {
        using var _ = no_grad();
        foreach (var (part, kept) in saved)
        {
            part.copy_(kept);
            kept.Dispose();
        }
        saved.Clear();
    }

    private void Set(Tensor part, Tensor away, double value)
    {
        saved.Add((part, part.detach().clone().DetachFromDisposeScope()));
        part.masked_fill_(away.view(part.shape), value);
    }
}
