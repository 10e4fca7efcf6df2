using Limpid.Reproduction;

namespace Limpid.Margin.Choices;

/// <summary>A task on which choices are compared.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Measure">What its skill is, in words.</param>
/// <param name="Draw">The samples of a seed.</param>
public sealed record ChoiceTask(string Name, string Measure, Func<Seed, ChoiceCase> Draw)
{
    /// <summary>The largest number of samples whose matrix of eigenvectors is made for the ideal filter; with more it has no value.</summary>
    public int MostForIdeal { get; init; } = 2000;

    /// <summary>The name of its checkpoints: the name with a hyphen in the place of whatever is no letter and no digit.</summary>
    public string Key => string.Concat(Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
