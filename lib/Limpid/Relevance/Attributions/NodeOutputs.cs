using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>What the nodes of a network give.</summary>
internal static class NodeOutputs
{
    /// <summary>The outputs of all nodes; that of <paramref name="leaf"/> is a leaf from which on the graph is kept.</summary>
    internal static Tensor[] Of(Network network, Tensor input, int leaf)
    {
        var outputs = new Tensor[network.Nodes.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            using var recording = set_grad_enabled(i > leaf);
            var node = network.Nodes[i];
            outputs[i] = i == 0 ? input.detach() : node.Operation.Forward([.. node.Inputs.Select(at => outputs[at])]);
            if (i == leaf) outputs[i] = outputs[i].detach().requires_grad_(true);
        }
        return outputs;
    }

    /// <summary>The name of the first node whose output isn't finite.</summary>
    internal static string FirstNotFinite(Network network, Tensor input)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var outputs = new Tensor[network.Nodes.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            var node = network.Nodes[i];
            outputs[i] = i == 0 ? input.detach() : node.Operation.Forward([.. node.Inputs.Select(at => outputs[at])]);
            if (!FiniteNumbers.All(outputs[i])) return node.Name;
        }
        return network.Nodes[network.Output].Name;
    }
}
