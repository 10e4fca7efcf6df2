using System.Collections.Immutable;

namespace Limpid.Relevance.Networks;

/// <summary>One step of a <see cref="Network"/>.</summary>
/// <param name="Name">Its name, unique in the network: the path of the module.</param>
/// <param name="Operation">What it computes.</param>
/// <param name="Inputs">Positions in <see cref="Network.Nodes"/>, all before its own.</param>
public sealed record Node(string Name, Operation Operation, ImmutableArray<int> Inputs)
{
    /// <summary>Whether this is a layer with weights: linear, convolution or transposed convolution.</summary>
    public bool IsParametric => Operation is LinearOperation { HasWeight: true } && Operation.Kind is LayerKind.Linear or LayerKind.Convolution or LayerKind.TransposedConvolution;
}
