using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>The worth of coalitions of groups, v(S) = f_t(x on S, b elsewhere), for a batch of samples.</summary>
/// <param name="Masked">Scores of masked samples.</param>
/// <param name="Entries">The groups.</param>
/// <param name="All">v of all groups, [B], float64.</param>
/// <param name="None">v of none, [B], float64.</param>
internal sealed record CoalitionGame(MaskedScores Masked, FeatureGroups Entries, Tensor All, Tensor None)
{
    /// <summary>v of each of some coalitions, [count, B], float64.</summary>
    /// <param name="count">How many.</param>
    /// <param name="members">For a number of coalitions from one on: bool [n, B or 1, groups].</param>
    internal Tensor Worth(long count, Func<long, long, Tensor> members)
    {
        using var scope = NewDisposeScope();
        var worth = All.new_zeros([count, All.size(0)]);
        Masked.Each(count, (start, n) => Entries.AtEntries(members(start, n)), (start, scores) => worth.narrow(0, start, scores.size(0)).copy_(scores));
        return worth.MoveToOuterDisposeScope();
    }
}
