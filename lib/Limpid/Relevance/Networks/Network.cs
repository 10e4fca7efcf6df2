using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>
/// A network as a directed acyclic graph of operations in the order of execution. It reads the weights from the modules it was made of
/// each time it computes, so it owns nothing and follows later training.
/// </summary>
/// <remarks>
/// It computes as in evaluation: dropout passes its input on and batch normalisation uses its running statistics, whatever
/// <c>training</c> says. Node 0 is the input. A chain x, linear, ReLU has three nodes.
/// </remarks>
public sealed class Network
{
    internal Network(ImmutableArray<Node> nodes, int output)
    {
        (Nodes, Output) = (nodes, output);
        var sign = new bool[nodes.Length];
        for (var i = 1; i < nodes.Length; i++)
            sign[i] = nodes[i].Operation.NonNegative([.. nodes[i].Inputs.Select(input => sign[input])]);
        NonNegative = [.. sign];
        Uses = [.. Enumerable.Range(0, nodes.Length).Select(i => nodes.Sum(node => node.Inputs.Count(input => input == i)))];
    }

    /// <summary>The nodes; the first is the input.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Position of the node whose output are the scores.</summary>
    public int Output { get; }

    /// <summary>For each node whether its output can't be negative.</summary>
    internal ImmutableArray<bool> NonNegative { get; }

    /// <summary>For each node how often its output is used.</summary>
    internal ImmutableArray<int> Uses { get; }

    /// <summary>Reads a model made of nested <c>Sequential</c>s, layers that Limpid knows, and <see cref="INetworkBlock"/>s.</summary>
    /// <param name="model">The model. It is neither changed nor kept in any other state.</param>
    /// <exception cref="ArgumentNullException">There is no model.</exception>
    /// <exception cref="UnsupportedLayerException">A module is of another class: <see cref="Trace"/> reads such models by running them once.</exception>
    public static Network Of(nn.Module<Tensor, Tensor> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var builder = new NetworkBuilder();
        return builder.Build(builder.AddModule("", model, NetworkBuilder.Input));
    }

    /// <summary>Reads a model of any class by running it once and finding out which tensors went where.</summary>
    /// <param name="model">The model; modules known to Limpid do the work in it, joined by views, sums, concatenations and ReLU.</param>
    /// <param name="sample">An input like those to be explained, [N, ...]; one entry of the batch is enough.</param>
    /// <exception cref="ArgumentNullException">Something is missing.</exception>
    /// <exception cref="UnsupportedLayerException">Something between two modules isn't recognised; the message names both and says how to wrap it.</exception>
    public static Network Trace(nn.Module<Tensor, Tensor> model, Tensor sample) => Tracing.Tracer.Run(model, sample);

    /// <summary>The scores, without gradient.</summary>
    /// <param name="input">x [N, ...].</param>
    public Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var outputs = new Tensor[Nodes.Length];
        var left = Uses.ToArray();
        outputs[0] = input.detach();
        for (var i = 1; i < outputs.Length; i++)
        {
            outputs[i] = Nodes[i].Operation.Forward([.. Nodes[i].Inputs.Select(at => outputs[at])]);
            foreach (var at in Nodes[i].Inputs)
                if (--left[at] == 0 && at != Output) outputs[at].Dispose();
        }
        return outputs[Output].MoveToOuterDisposeScope();
    }
}
