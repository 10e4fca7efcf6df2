namespace Limpid.Spectral.Comparison;

/// <summary>What one seed gave.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Score">The spectral network's mean score on test samples.</param>
/// <param name="LassoScore">The share of test samples that an L1 logistic regression of the first 2 000 training samples puts right; null for more than two classes or none.</param>
/// <param name="TrainingSeconds">How long the spectral network's training took.</param>
/// <param name="Methods">One reading per method.</param>
public sealed record ComparisonResult(long Seed, double Score, double? LassoScore, double TrainingSeconds, MethodReading[] Methods)
{
    /// <summary>The reading of that name.</summary>
    /// <param name="method">The method's name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public MethodReading this[string method] => Methods.FirstOrDefault(reading => reading.Method == method)
        ?? throw new ArgumentException($"There is no method '{method}'; expected one of {string.Join(", ", Methods.Select(reading => reading.Method))}.", nameof(method));
}
