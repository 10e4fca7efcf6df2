using Limpid.Figures;
using MathNet.Numerics.Statistics;

namespace Limpid.Relevance.Ablations;

/// <summary>Readings side by side.</summary>
public static class AblationTable
{
    /// <summary>One line for each variant: medians over the pictures, for ABPC the mean; empty where nothing was measured.</summary>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="rows">Which variants of which networks.</param>
    /// <exception cref="ArgumentException">There is no row, no caption, or a variant was not read.</exception>
    public static Table Of(string caption, params (AblationReadings Readings, string Family, string Name)[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Figures.Figures.Table(["pictures", "rules", "variant", "Gini index", "non-zeros", "mass accuracy", "ABPC"], [.. rows.Select(row =>
        {
            var reading = row.Readings[row.Family, row.Name];
            return (object?[])[row.Readings.Network, row.Family, row.Name, reading.Gini.Median(), reading.NonZero.Median(),
                reading.Mass.Length > 0 ? reading.Mass.Median() : null, reading.Abpc.Length > 0 ? reading.Abpc.Average() : null];
        })], caption);
    }
}
