namespace Limpid.Margin.Choices;

/// <summary>What one seed of a task gave.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Skills">One for each variant of <see cref="ChoiceVariant.Grid"/>; NaN where a filter asks for too much.</param>
/// <param name="Shuffled">The same with each filtered signal's values shuffled over the samples: the control.</param>
/// <param name="Agreement">Spearman's correlation of the influences of each two of <see cref="ChoiceVariant.OneChange"/>; NaN where a filter asks for too much.</param>
public sealed record ChoiceResult(long Seed, double[] Skills, double[] Shuffled, double[][] Agreement)
{
    /// <summary>The skill of a variant.</summary>
    /// <param name="variant">One of the grid.</param>
    /// <param name="shuffled">Whether that of the control is asked for.</param>
    /// <exception cref="ArgumentException">It isn't in the grid.</exception>
    public double Skill(ChoiceVariant variant, bool shuffled = false)
    {
        ArgumentNullException.ThrowIfNull(variant);
        for (var i = 0; i < ChoiceVariant.Grid.Count; i++)
            if (ChoiceVariant.Grid[i] == variant) return (shuffled ? Shuffled : Skills)[i];
        throw new ArgumentException($"The grid has no variant '{variant}'.", nameof(variant));
    }
}
