namespace Limpid.Cli.Checking;

/// <summary>
/// What two quick runs of one notebook may differ by. On one machine (same processor, package set, versions and threads) nothing may differ:
/// two runs of mnist-grid gave every number of every figure and claim again, and so a difference is a change of the code. On another machine
/// sums are rounded otherwise in the seventh digit, and training enlarges that: with one thread instead of two, the same notebook gave maps of
/// the plain network 5 % apart, and for the network with a convolutional readout other maps altogether and other example digits; accuracies
/// moved by 0.3 points, order measures by 1 %, a count of regions by 1 of 32, a share of 14 neurons by 11 %. There, then, verdicts must agree,
/// decided numbers keep to their claim's own tolerance, and all else to wide bounds that only a broken method leaves.
/// </summary>
internal static class CheckTolerance
{
    /// <summary>On one machine: relative difference of two numbers. Figures have five digits, so this lets no digit change.</summary>
    public const double Equal = 1e-6;

    /// <summary>On another machine: difference of an undecided claim's number over the stored one.</summary>
    public const double Claim = 0.5;

    /// <summary>On another machine: difference of two counts, which are too small for a ratio.</summary>
    public const double Count = 2;

    /// <summary>On another machine: difference of a figure's mean over the stored standard deviation.</summary>
    public const double Mean = 0.5;

    /// <summary>On another machine: ratio of a figure's standard deviations, either way.</summary>
    public const double Spread = 2;

    /// <summary>Whether two numbers are equal on one machine; numbers that are missing on both sides are.</summary>
    /// <param name="now">One.</param>
    /// <param name="stored">The other.</param>
    public static bool AreEqual(double? now, double? stored) =>
        now is { } a && stored is { } b ? a.Equals(b) || Math.Abs(a - b) <= Equal * Math.Max(Math.Abs(a), Math.Abs(b)) : now is null && stored is null;
}
