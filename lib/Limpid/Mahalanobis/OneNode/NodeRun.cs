using System.Collections.Immutable;
using Limpid.Mahalanobis.Reading;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>A block of nodes before and after their training on one set of points.</summary>
/// <param name="Before">One per node.</param>
/// <param name="After">One per node.</param>
/// <param name="Epochs">When the loss was noted; the last is the end.</param>
/// <param name="Losses">Mean over the nodes at these.</param>
/// <param name="Constant">What the best constant leaves on these points.</param>
public sealed record NodeRun(ImmutableArray<LearnedNode> Before, ImmutableArray<LearnedNode> After, ImmutableArray<int> Epochs, ImmutableArray<double> Losses, double Constant)
{
    /// <summary>How many ended as that kind.</summary>
    /// <param name="kind">The kind.</param>
    public int Count(NeuronKind kind) => After.Count(node => node.Kind == kind);

    /// <summary>Mean over the nodes that ended as that kind; NaN without any.</summary>
    /// <param name="kind">The kind; all nodes if null.</param>
    /// <param name="of">What is averaged.</param>
    public double Mean(NeuronKind? kind, Func<LearnedNode, double> of) => After.Where(node => kind is null || node.Kind == kind).Select(of).DefaultIfEmpty(double.NaN).Average();
}
