namespace Limpid.Margin.Choices;

/// <summary>
/// How far a result moves with one choice: the largest less the least of the mean skills of its levels, each the mean over all variants of the grid that have the level.
/// </summary>
/// <remarks>
/// Neighbours, weights and filter are compared among the high-pass filters, hops among the two that have hops, the end between the random walk and its low-pass side. A filter without a value,
/// for too many samples, is left out.
/// </remarks>
public static class ChoiceEffects
{
    /// <summary>The names of the choices, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["neighbours k", "hops", "weights", "high-pass filter", "end"];

    /// <summary>The five effects: neighbours, hops, weights, high-pass filter, end.</summary>
    /// <param name="result">One seed of a task.</param>
    /// <param name="shuffled">Whether those of the control are asked for: the effects of noise.</param>
    public static double[] Of(ChoiceResult result, bool shuffled = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        var cells = ChoiceVariant.Grid.Zip(shuffled ? result.Shuffled : result.Skills).Where(cell => !double.IsNaN(cell.Second)).ToArray();
        var high = cells.Where(cell => ChoiceFilters.HighPass.Contains(cell.First.Filter)).ToArray();
        return
        [
            Range(high, variant => variant.K),
            Range([.. high.Where(cell => cell.First.Hops > 0)], variant => variant.Hops),
            Range(high, variant => variant.Gaussian),
            Range(high, variant => variant.Filter),
            Range([.. cells.Where(cell => cell.First.Filter is ChoiceFilters.RandomWalk or ChoiceFilters.Smoothed)], variant => variant.Filter),
        ];
    }

    private static double Range<TLevel>((ChoiceVariant Variant, double Skill)[] cells, Func<ChoiceVariant, TLevel> level)
    {
        double[] means = [.. cells.GroupBy(cell => level(cell.Variant)).Select(each => each.Average(cell => cell.Skill))];
        return means.Max() - means.Min();
    }
}
