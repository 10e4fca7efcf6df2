using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>A tensor from which another may come: a known one, or what an operation makes of known ones.</summary>
/// <param name="Inputs">Nodes of the known ones.</param>
/// <param name="Operation">What joins them, or null for a known tensor.</param>
/// <param name="Name">The operation's name.</param>
/// <param name="Value">Its value.</param>
internal sealed record TracedSource(int[] Inputs, Operation? Operation, string Name, Tensor Value)
{
    internal static TracedSource Of(string name, Operation operation, params (int Node, Tensor Value)[] parts) =>
        new([.. parts.Select(part => part.Node)], operation, name, operation.Forward([.. parts.Select(part => part.Value)]));

    internal static bool SameBits(Tensor one, Tensor other) => one.dtype == other.dtype && one.shape.SequenceEqual(other.shape) && one.Equals(other);

    /// <summary>The steps that lead from it to a tensor, maybe none; null if none do.</summary>
    internal IReadOnlyList<(string Name, Operation Operation, Tensor Value)>? Reaches(Tensor target)
    {
        if (Ends(Value, target) is { } direct) return direct;
        if (!Value.is_floating_point() || Value.numel() < target.numel()) return null;
        var rectified = Value.relu();
        return Ends(rectified, target) is { } rest ? [("relu", new ReluLayer(), rectified), .. rest] : null;
    }

    private static List<(string, Operation, Tensor)>? Ends(Tensor value, Tensor target)
    {
        if (SameBits(value, target)) return [];
        if (value.dtype == target.dtype && value.numel() == target.numel() && value.reshape(target.shape).Equals(target))
        {
            var shape = target.shape[1..];
            return [("view", new MappedOperation(LayerKind.Reshape, x => x.reshape([x.size(0), .. shape]), null), target)];
        }
        if (value.dim() <= 2 || !value.is_floating_point() || value.size(1) != target.numel()) return null;
        long[] positions = [.. Enumerable.Range(2, (int)value.dim() - 2).Select(axis => (long)axis)];
        var mean = value.mean(positions, true);
        if (mean.dtype != target.dtype || !mean.reshape(target.shape).Equals(target)) return null;
        var kept = target.dim() == value.dim();
        return [("mean", new FixedLinearOperation(LayerKind.AveragePool, x => x.mean(positions, kept)), target)];
    }
}
