using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>
/// The tensors seen so far with their nodes. A tensor is recognised when recomputing it from them gives the same bits. Tried are, in this order: an earlier
/// tensor, the sum or product of two, the concatenation of several; each as it is or after ReLU; and that as it is, as a view, or as its mean over all positions.
/// </summary>
internal sealed class KnownValues(NetworkBuilder builder)
{
    // Residual and dense connections reach back a few modules; a search of all pairs would grow with the square of the depth.
    private const int Reach = 48;

    // The latest comes first: of equal tensors it is the likelier source.
    private readonly List<(int Node, Tensor Value)> known = [];

    internal void Add(int node, Tensor value) => known.Insert(0, (node, value));

    /// <summary>The node of a tensor; joining nodes are added. Null if it isn't recognised.</summary>
    internal int? Find(Tensor value)
    {
        foreach (var source in Singles().Concat(Pairs(value)).Concat(Whole(value)))
            if (source.Reaches(value) is { } steps) return steps.Aggregate(Put(source), (node, step) => Remember(builder.Add(step.Name, step.Operation, node), step.Value));
        return null;
    }

    private IEnumerable<TracedSource> Singles() => known.Select(pair => new TracedSource([pair.Node], null, "", pair.Value));

    private IEnumerable<TracedSource> Pairs(Tensor value)
    {
        var near = known.Take(Reach).Where(pair => pair.Value.is_floating_point()).ToArray();
        for (var i = 0; i < near.Length; i++)
            for (var j = i; j < near.Length; j++)
            {
                var (a, b) = (near[i].Value, near[j].Value);
                // A sum can become this tensor only by keeping its entries or by the mean of its channels.
                if (!a.shape.SequenceEqual(b.shape) || a.numel() != value.numel() && a.size(1) != value.numel()) continue;
                yield return TracedSource.Of("sum", new SumOperation(), near[i], near[j]);
                yield return TracedSource.Of("product", new ProductOperation(), near[i], near[j]);
            }
        foreach (var one in near)
            foreach (var other in near)
            {
                var (a, b) = (one.Value, other.Value);
                if (a.dim() != b.dim() || !a.shape[2..].SequenceEqual(b.shape[2..]) || a.numel() + b.numel() != value.numel() && a.size(1) + b.size(1) != value.numel()) continue;
                yield return TracedSource.Of("concatenation", new ConcatenationOperation(1), one, other);
            }
    }

    /// <summary>The concatenation of any number of tensors along any axis, piece by piece.</summary>
    private IEnumerable<TracedSource> Whole(Tensor value)
    {
        for (var axis = 1; axis < value.dim(); axis++)
        {
            var parts = new List<(int Node, Tensor Value)>();
            var at = 0L;
            while (at < value.size(axis) && Piece(value, axis, at) is { } piece)
            {
                parts.Add(piece);
                at += piece.Value.size(axis);
            }
            if (at == value.size(axis) && parts.Count > 1) yield return TracedSource.Of("concatenation", new ConcatenationOperation(axis), [.. parts]);
        }
    }

    private (int Node, Tensor Value)? Piece(Tensor value, int axis, long at)
    {
        foreach (var (node, candidate) in known)
        {
            if (candidate.dim() != value.dim() || at + candidate.size(axis) > value.size(axis)) continue;
            if (!Enumerable.Range(0, (int)value.dim()).All(other => other == axis || candidate.size(other) == value.size(other))) continue;
            if (TracedSource.SameBits(candidate, value.narrow(axis, at, candidate.size(axis)))) return (node, candidate);
        }
        return null;
    }

    private int Put(TracedSource source) => source.Operation is null ? source.Inputs[0] : Remember(builder.Add(source.Name, source.Operation, source.Inputs), source.Value);

    private int Remember(int node, Tensor value)
    {
        Add(node, value.clone());
        return node;
    }
}
