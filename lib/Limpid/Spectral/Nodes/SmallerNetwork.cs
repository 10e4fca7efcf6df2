using System.Collections.Immutable;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Nodes;

/// <summary>From a network and the nodes to keep, a network that has only these.</summary>
public static class SmallerNetwork
{
    /// <summary>A new network without the other hidden nodes, whose outputs are those of the given one under <see cref="NodeMask.Apply"/>, up to rounding.</summary>
    /// <remarks>For the pruning before training, <paramref name="setup"/> says what is trained from here on; the numbers are carried over in any case.</remarks>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="mask">The nodes of its <see cref="SpectralNetwork.HiddenLayers"/> to keep, at least one in each.</param>
    /// <param name="setup">What is trained in the hidden layers of the new network; null for what is trained in the given one.</param>
    /// <exception cref="ArgumentException">
    /// The mask doesn't fit or empties a layer; the first layer is followed by batch normalisation, which makes a constant of a node without input; a layer isn't a <see cref="SpectralLinear"/>
    /// or its input eigenvalues differ; the new set-up has no bias where there is one.
    /// </exception>
    public static SpectralNetwork Of(SpectralNetwork network, NodeMask mask, SpectralSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(mask);
        mask.Check(network.HiddenLayers);
        var layout = network.Layout;
        if (layout.Normalised) throw new ArgumentException("Batch normalisation follows the first layer and makes a constant of a node without input; expected a network without it.", nameof(network));
        if (layout.Form != SpectralForm.Free) throw new ArgumentException($"The form of the layers is {layout.Form}; expected {SpectralForm.Free}.", nameof(network));
        if (mask.Widths.IndexOf(0) is >= 0 and var empty) throw new ArgumentException($"The mask keeps no node of layer {empty}; expected at least one.", nameof(mask));
        if (setup is { Bias: false } && layout.Setup.Bias) throw new ArgumentException("The new set-up has no bias and the network has one; expected a set-up with Bias = true.", nameof(setup));
        for (var k = 0; k < mask.Keep.Length; k++) HiddenNodes.InputEigenvalue(network.Layers[k], $"layer {k}");

        ImmutableArray<int> widths = [.. mask.Widths, layout.Outputs];
        var smaller = new SpectralNetwork(layout with
        {
            Layers = [.. layout.Layers.Select((layer, k) => (widths[k], layer.Activation))], Setup = setup ?? layout.Setup, LastSetup = layout.LastSetup ?? layout.Setup,
        });
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor? rows = null;
        for (var k = 0; k < widths.Length; k++)
        {
            var columns = k < mask.Keep.Length ? Places(mask.Keep[k]) : null;
            Copy(network.Layers[k], smaller.Layers[k], rows, columns);
            rows = columns;
        }
        smaller.train(network.training);
        return smaller;
    }

    private static void Copy(DenseSpectralLayer from, DenseSpectralLayer to, Tensor? rows, Tensor? columns)
    {
        to.Base.copy_(Some(Some(from.Base, 0, rows), 1, columns));
        to.InputEigenvalues.copy_(Some(from.InputEigenvalues, 0, rows));
        to.OutputEigenvalues.copy_(Some(from.OutputEigenvalues, 1, columns));
        if (from.Bias is { } bias) to.Bias!.copy_(Some(bias, 0, columns));
    }

    private static Tensor Some(Tensor part, long axis, Tensor? places) => places is null ? part : part.index_select(axis, places.to(part.device));

    private static Tensor Places(ImmutableArray<bool> keep) => tensor(Enumerable.Range(0, keep.Length).Where(i => keep[i]).Select(i => (long)i).ToArray());
}
