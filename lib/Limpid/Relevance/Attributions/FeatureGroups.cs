using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Which entries of a sample come and go together.</summary>
internal sealed class FeatureGroups
{
    private readonly Tensor groupOf, sizes;
    private readonly long[] sample;

    /// <summary>Reads a map of the groups; each entry by itself without one. The tensors belong to the current scope.</summary>
    internal FeatureGroups(Tensor? groups, Tensor input)
    {
        sample = input.shape[1..];
        var entries = input.numel() / input.size(0);
        if (groups is null) groupOf = arange(0, entries, ScalarType.Int64, input.device);
        else
        {
            if (!Baseline.Extends(groups.shape, sample) || groups.is_floating_point() || groups.dtype == ScalarType.Bool)
                throw new ArgumentException(FormattableString.Invariant(
                    $"The groups are {groups.dtype} of shape [{string.Join(", ", groups.shape)}]; expected integers of shape [{string.Join(", ", sample)}] as one sample, or one that extends to it."), nameof(groups));
            groupOf = groups.detach().to(ScalarType.Int64).to(input.device).expand(sample).flatten();
            if (groupOf.min().ToInt64() is var least and < 0)
                throw new ArgumentException(FormattableString.Invariant($"A group is {least}; expected numbers from 0."), nameof(groups));
        }
        sizes = groupOf.bincount(null);
        Count = (int)sizes.size(0);
        var empty = sizes.eq(0).nonzero();
        if (empty.size(0) > 0)
            throw new ArgumentException(FormattableString.Invariant($"Group {empty[0, 0].ToInt64()} has no entry and group {Count - 1} has; expected every number from 0 to the largest."), nameof(groups));
    }

    internal int Count { get; }

    /// <summary>A value per group at each of its entries: [..., groups] to [..., sample].</summary>
    internal Tensor AtEntries(Tensor values)
    {
        using var scope = NewDisposeScope();
        return values.index_select(values.dim() - 1, groupOf).view([.. values.shape[..^1], .. sample]).MoveToOuterDisposeScope();
    }

    /// <summary>A value per group shared out equally among its entries.</summary>
    internal Tensor SharedOut(Tensor values)
    {
        using var scope = NewDisposeScope();
        return AtEntries(values / sizes).MoveToOuterDisposeScope();
    }
}
