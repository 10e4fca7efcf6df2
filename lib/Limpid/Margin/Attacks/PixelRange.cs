namespace Limpid.Margin.Attacks;

/// <summary>The values an input may have; attacks stay inside.</summary>
/// <param name="Least">The least value.</param>
/// <param name="Most">The largest value, above the least.</param>
public sealed record PixelRange(double Least, double Most)
{
    /// <summary>0 to 1.</summary>
    public static PixelRange Unit { get; } = new(0, 1);

    /// <summary>The largest value, above the least.</summary>
    public double Most { get; } = double.IsFinite(Least) && double.IsFinite(Most) && Most > Least
        ? Most
        : throw new ArgumentException(FormattableString.Invariant($"The range is {Least} to {Most}; expected two finite numbers, the second above the first."), nameof(Most));
}
