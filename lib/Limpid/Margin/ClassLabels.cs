namespace Limpid.Margin;

internal static class ClassLabels
{
    /// <summary>Refuses labels that don't fit a number of points.</summary>
    internal static void Check(IReadOnlyList<int> labels, int points, string name)
    {
        ArgumentNullException.ThrowIfNull(labels, name);
        if (labels.Count != points)
            throw new ArgumentException(FormattableString.Invariant($"There are {labels.Count} labels; expected {points}, one for each point."), name);
    }
}
