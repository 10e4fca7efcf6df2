using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Sweeps;

/// <summary>Parts as the per cent that charts show.</summary>
public static class Percent
{
    /// <summary>100 times each.</summary>
    /// <param name="parts">0 to 1.</param>
    public static double[] Of(IEnumerable<double> parts) => [.. parts.Select(part => 100 * part)];

    /// <summary>100 times each, a row for each run.</summary>
    /// <param name="rows">At least one, all of the same length.</param>
    /// <param name="turned">Whether the lists are the columns of the matrix.</param>
    public static double[,] Of(ImmutableArray<ImmutableArray<double>> rows, bool turned = false)
    {
        var (outer, inner) = (rows.Length, rows[0].Length);
        var matrix = turned ? new double[inner, outer] : new double[outer, inner];
        for (var i = 0; i < outer; i++)
            for (var j = 0; j < inner; j++) matrix[turned ? j : i, turned ? i : j] = 100 * rows[i][j];
        return matrix;
    }
}
