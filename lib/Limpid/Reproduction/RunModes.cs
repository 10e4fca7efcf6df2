namespace Limpid.Reproduction;

/// <summary>From the parameter cell's text to a <see cref="RunMode"/>, and from a mode to a size.</summary>
public static class RunModes
{
    /// <summary>Reads <c>quick</c>, <c>full</c> or <c>paper</c>.</summary>
    /// <param name="mode">The text of the parameter cell.</param>
    /// <exception cref="ArgumentException">It is another text.</exception>
    public static RunMode Parse(string mode) => mode switch
    {
        "quick" => RunMode.Quick,
        "full" => RunMode.Full,
        "paper" => RunMode.Paper,
        _ => throw new ArgumentException($"mode is '{mode}'; expected \"quick\", \"full\" or \"paper\".", nameof(mode)),
    };

    /// <summary>The text of the parameter cell for a mode.</summary>
    /// <param name="mode">The mode.</param>
    public static string Text(this RunMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>The value for this mode.</summary>
    /// <typeparam name="T">Type of the value, for example a count.</typeparam>
    /// <param name="mode">The mode.</param>
    /// <param name="quick">Value in quick mode.</param>
    /// <param name="full">Value in full mode.</param>
    /// <param name="paper">Value in paper mode.</param>
    public static T Pick<T>(this RunMode mode, T quick, T full, T paper) => mode switch
    {
        RunMode.Quick => quick,
        RunMode.Full => full,
        RunMode.Paper => paper,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Expected Quick, Full or Paper."),
    };
}
