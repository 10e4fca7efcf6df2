using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Shapley values from all subsets. Subset number s holds group g where bit g of s is 1.</summary>
internal static class SubsetShapley
{
    /// <summary>The values [B, groups], float64.</summary>
    internal static Tensor Values(CoalitionGame game, int groups)
    {
        using var scope = NewDisposeScope();
        var device = game.All.device;
        var subsets = 1L << groups;
        var bits = pow(2.0, arange(0, groups, ScalarType.Float64, device)).to(ScalarType.Int64);
        Tensor Members(long start, long count) => arange(start, start + count, ScalarType.Int64, device).unsqueeze(1).div(bits, RoundingMode.floor).remainder(2).eq(1);
        // The empty subset and the whole are known.
        var inner = game.Worth(subsets - 2, (start, count) => Members(start + 1, count).unsqueeze(1));
        var worth = cat([game.None.unsqueeze(0), inner, game.All.unsqueeze(0)], 0);
        return worth.t().matmul(Weights(Members(0, subsets), groups)).MoveToOuterDisposeScope();
    }

    /// <summary>How v of each subset enters each group's value: with |S| = s, +(s-1)! (G-s)! / G! where the group is in S and -s! (G-s-1)! / G! where it isn't.</summary>
    private static Tensor Weights(Tensor members, int groups)
    {
        var chance = new double[groups];
        chance[0] = 1.0 / groups;
        for (var size = 1; size < groups; size++) chance[size] = chance[size - 1] * size / (groups - size);
        var ofSize = tensor(chance, device: members.device);
        var others = members.sum(1, true) - members.to(ScalarType.Int64);
        var weights = ofSize.index_select(0, others.flatten()).view(members.shape);
        return weights.where(members, -weights);
    }
}
