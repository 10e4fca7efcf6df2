using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Sweeps;

/// <summary>Accuracies over a sweep, one row for each network.</summary>
/// <param name="At">Where, ascending.</param>
/// <param name="Accuracies">For each network one accuracy per value, 0 to 1.</param>
public sealed record SweepCurve(ImmutableArray<double> At, ImmutableArray<ImmutableArray<double>> Accuracies)
{
    /// <summary>Each network's accuracy at a value of the sweep.</summary>
    /// <param name="value">One of <see cref="At"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sweep has no such value.</exception>
    public ImmutableArray<double> Of(double value)
    {
        var index = At.IndexOf(value);
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The sweep has no value {value}; expected one of its {At.Length}."));
        return [.. Accuracies.Select(row => row[index])];
    }

    /// <summary>What each network loses at a value against another.</summary>
    /// <param name="value">One of <see cref="At"/>.</param>
    /// <param name="neutral">One of <see cref="At"/>: where nothing is changed.</param>
    public ImmutableArray<double> Lost(double value, double neutral) => [.. Of(neutral).Zip(Of(value), (before, after) => before - after)];

    /// <summary>The part of the sweep between two values.</summary>
    /// <param name="from">The first value kept, or a number below it.</param>
    /// <param name="to">The last value kept, or a number above it.</param>
    public SweepCurve Within(double from, double to) =>
        new([.. At.Where(value => value >= from && value <= to)], [.. Accuracies.Select(row => row.Where((_, i) => At[i] >= from && At[i] <= to).ToImmutableArray())]);

    /// <summary>The largest fall of the mean from one value to the next; 0 if it never falls.</summary>
    public double LargestFall => Mean is var mean ? Enumerable.Range(1, mean.Length - 1).Select(i => mean[i - 1] - mean[i]).Append(0).Max() : 0;

    /// <summary>How much better each network is at a value than at the best of those further away than a distance.</summary>
    /// <param name="neutral">One of <see cref="At"/>.</param>
    /// <param name="distance">At least this far off; some value must be.</param>
    public ImmutableArray<double> Peak(double neutral, double distance) =>
        [.. Of(neutral).Zip(Accuracies, (top, row) => top - row.Where((_, i) => Math.Abs(At[i] - neutral) >= distance).Max())];

    /// <summary>The mean over the networks, one per value.</summary>
    public ImmutableArray<double> Mean => [.. At.Select((_, i) => Accuracies.Average(row => row[i]))];

    /// <summary>Half the width of the confidence interval of that mean by Student's t, one per value; NaN for a single network.</summary>
    /// <param name="level">How sure, between 0 and 1.</param>
    public ImmutableArray<double> HalfWidths(double level = 0.95) => [.. At.Select((_, i) => StudentT.HalfWidth([.. Accuracies.Select(row => row[i])], level))];

    /// <summary>Each network's area under its curve by the trapezoid rule, divided by the width: its mean accuracy over the sweep's range.</summary>
    public ImmutableArray<double> Areas => [.. Accuracies.Select(Area)];

    /// <summary>How far from a value each network's accuracy falls to half of what it is there.</summary>
    /// <param name="neutral">One of <see cref="At"/>.</param>
    /// <returns>For each network the nearest such places below and above, by straight lines between the values; NaN on a side where it never falls so far.</returns>
    public ImmutableArray<HalfPoints> Halves(double neutral)
    {
        var start = At.IndexOf(neutral);
        if (start < 0) throw new ArgumentOutOfRangeException(nameof(neutral), neutral, FormattableString.Invariant($"The sweep has no value {neutral}; expected one of its {At.Length}."));
        return [.. Accuracies.Select(row => new HalfPoints(Half(row, start, -1), Half(row, start, 1)))];
    }

    private double Area(ImmutableArray<double> row) =>
        Enumerable.Range(1, At.Length - 1).Sum(i => (At[i] - At[i - 1]) * (row[i] + row[i - 1]) / 2) / (At[^1] - At[0]);

    private double Half(ImmutableArray<double> row, int start, int step)
    {
        var half = row[start] / 2;
        for (var i = start + step; i >= 0 && i < At.Length; i += step)
            if (row[i] <= half)
                return row[i] == row[i - step] ? At[i] : At[i] + (At[i - step] - At[i]) * (half - row[i]) / (row[i - step] - row[i]);
        return double.NaN;
    }
}
