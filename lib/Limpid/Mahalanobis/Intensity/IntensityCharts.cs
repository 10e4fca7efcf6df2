using Limpid.Figures;
using Limpid.Mahalanobis.Sweeps;

namespace Limpid.Mahalanobis.Intensity;

/// <summary>Sweeps of both kinds of network as lines, with the paper's table in grey.</summary>
public static class IntensityCharts
{
    /// <summary>Mean accuracies in 95 % bands of Student's t.</summary>
    /// <param name="absolute">Networks with the absolute value.</param>
    /// <param name="relu">Networks with ReLU.</param>
    /// <param name="kinds">Which sweeps, at least one; scale and clip have the same values, offsets their own.</param>
    /// <param name="range">Which part of them.</param>
    /// <param name="caption">The finding.</param>
    /// <param name="xName">What the values are, in per cent.</param>
    public static Figure Sweep(IntensityResult absolute, IntensityResult relu, IReadOnlyList<SweepKind> kinds, (double From, double To) range, string caption, string xName)
    {
        ArgumentNullException.ThrowIfNull(absolute);
        ArgumentNullException.ThrowIfNull(relu);
        ArgumentNullException.ThrowIfNull(kinds);
        var lines = new List<(string, SweepCurve)>();
        var paper = new List<PaperPoints>();
        foreach (var kind in kinds)
            foreach (var (name, result) in new[] { ("Abs", absolute), ("ReLU", relu) })
            {
                var title = kinds.Count == 1 ? name : $"{name}, {kind.ToString().ToLowerInvariant()}";
                lines.Add((title, result.Sweep(kind).Within(range.From, range.To)));
                paper.Add(Kept(kind, name == "Abs", range, $"paper, {title}"));
            }
        return Figures.Figures.Lines(Percent.Of(lines[0].Item2.At), [.. lines.Select(line => (line.Item1, Percent.Of(line.Item2.Accuracies)))], caption, xName, "accuracy, %", paper: paper, confidence: 0.95);
    }

    private static PaperPoints Kept(SweepKind kind, bool absolute, (double From, double To) range, string name)
    {
        var kept = IntensityTable.Values(kind).Zip(IntensityTable.Accuracies(kind, absolute)).Where(point => point.First >= range.From && point.First <= range.To).ToArray();
        return new(Percent.Of(kept.Select(point => point.First)), [.. kept.Select(point => point.Second)], name);
    }
}
