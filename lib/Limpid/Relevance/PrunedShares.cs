namespace Limpid.Relevance;

/// <summary>Which shares of the relevance mass may be cut at a layer.</summary>
/// <param name="Positive">p+, of the positive mass; 0 or larger, below 1.</param>
/// <param name="Negative">p-, of the negative mass; likewise.</param>
public sealed record PrunedShares(double Positive, double Negative)
{
    /// <summary>p+.</summary>
    public double Positive { get; } = Check(Positive, nameof(Positive));

    /// <summary>p-.</summary>
    public double Negative { get; } = Check(Negative, nameof(Negative));

    /// <summary>Nothing is cut.</summary>
    public static PrunedShares None { get; } = new(0, 0);

    private static double Check(double share, string name) => share is >= 0 and < 1
        ? share
        : throw new ArgumentOutOfRangeException(name, share, FormattableString.Invariant($"The pruned share is {share}; expected 0 or larger and below 1."));
}
