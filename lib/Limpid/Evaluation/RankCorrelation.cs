using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Whether two relevance maps order the entries of a sample alike.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's rho of each sample: the Pearson correlation of the ranks, equal values sharing the mean of their ranks.</summary>
    /// <param name="first">Maps [N, ...], finite.</param>
    /// <param name="second">Maps of the same shape.</param>
    /// <param name="part">What of each value is ranked.</param>
    /// <returns>[N], float64, -1 to 1; NaN where one of the two maps is constant.</returns>
    /// <exception cref="ArgumentException">The shapes differ or have no entry, or a value is not finite.</exception>
    public static Tensor Spearman(Tensor first, Tensor second, RelevancePart part = RelevancePart.Absolute)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return Pearson(Ranked(first, part, nameof(first)), Ranked(second, part, nameof(second), first.shape)).MoveToOuterDisposeScope();
    }

    /// <summary>The ranks [N, n] of the chosen part of maps, which are to have a shape.</summary>
    internal static Tensor Ranked(Tensor relevance, RelevancePart part, string name, long[]? shape = null)
    {
        using var scope = NewDisposeScope();
        var rows = RelevanceRows.Of(relevance, name);
        if (shape is not null && !relevance.shape.SequenceEqual(shape))
            throw new ArgumentException($"{name} has shape {RelevanceRows.Text(relevance)}; expected {RelevanceRows.Text(shape)}.", name);
        return Ranks.Average(RelevanceRows.Take(rows, part)).MoveToOuterDisposeScope();
    }

    /// <summary>Pearson's correlation of corresponding rows of two float64 matrices; NaN where one row is constant.</summary>
    internal static Tensor Pearson(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        var (a, b) = (Centred(first), Centred(second.to(first.device)));
        var correlation = a.mul(b).sum(1).div(a.mul(a).sum(1).mul(b.mul(b).sum(1)).sqrt());
        return correlation.clamp(-1, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Exactly zero for a constant row, which rounding of the mean could leave tiny and not zero.</summary>
    private static Tensor Centred(Tensor rows)
    {
        var centred = rows.sub(rows.mean([1], keepdim: true));
        return centred.mul(rows.amax([1], keepdim: true).gt(rows.amin([1], keepdim: true)));
    }
}
