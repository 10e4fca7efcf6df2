using System.Collections.Immutable;

namespace Limpid.Spectral.Importance;

/// <summary>The mean test score of a model that sees its n most important inputs only, the others set to 0, for several n; it isn't trained again.</summary>
/// <param name="Counts">The numbers of inputs, ascending.</param>
/// <param name="Scores">The mean score with each.</param>
public sealed record MaskedCurve(ImmutableArray<int> Counts, ImmutableArray<double> Scores)
{
    /// <summary>The mean height of the curve between its first and its last number of inputs, by trapezia.</summary>
    public double Area => Counts.Length == 1 ? Scores[0]
        : Enumerable.Range(1, Counts.Length - 1).Sum(i => (Counts[i] - Counts[i - 1]) * (Scores[i] + Scores[i - 1]) / 2) / (Counts[^1] - Counts[0]);

    /// <summary>The curve of a model.</summary>
    /// <param name="scores">How important inputs are.</param>
    /// <param name="task">The model and its test samples.</param>
    /// <param name="counts">Numbers of inputs, ascending, 0 to all; every number if null.</param>
    /// <exception cref="ArgumentException">The numbers don't ascend or are outside.</exception>
    public static MaskedCurve Of(ImportanceScores scores, ImportanceTask task, IReadOnlyList<int>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(task);
        counts ??= [.. Enumerable.Range(0, scores.Values.Length + 1)];
        if (counts.Count == 0 || counts.Zip(counts.Skip(1)).Any(pair => pair.First >= pair.Second) || counts[0] < 0 || counts[^1] > scores.Values.Length)
            throw new ArgumentException($"The numbers of inputs are {string.Join(", ", counts)}; expected ascending ones from 0 to {scores.Values.Length}.", nameof(counts));
        return new([.. counts], [.. counts.Select(n =>
        {
            using var masked = scores.Top(n).Apply(task.Test);
            return task.Model.Mean(masked, task.TestTargets);
        })]);
    }

    /// <inheritdoc/>
    public bool Equals(MaskedCurve? other) => other is not null && Counts.SequenceEqual(other.Counts) && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counts.Length, Scores.Length);
}
