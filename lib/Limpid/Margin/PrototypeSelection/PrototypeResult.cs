namespace Limpid.Margin.PrototypeSelection;

/// <summary>All choices from one set of samples.</summary>
/// <param name="Samples">How many there were to choose from.</param>
/// <param name="Gamma">Of the kernel.</param>
/// <param name="Counts">Numbers of chosen samples.</param>
/// <param name="Curves">One for each rule.</param>
public sealed record PrototypeResult(int Samples, double Gamma, int[] Counts, SelectionCurve[] Curves)
{
    /// <summary>The curve of that name.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public SelectionCurve this[string rule] => Curves.FirstOrDefault(curve => curve.Name == rule)
        ?? throw new ArgumentException($"There is no rule '{rule}'; expected one of {string.Join(", ", Curves.Select(curve => curve.Name))}.", nameof(rule));
}
