namespace Limpid.Spectral.GaussianFeatures;

/// <summary>Numbers of several results in the form that charts take.</summary>
public static class FeatureRows
{
    /// <summary>One row for each list.</summary>
    /// <param name="rows">At least one, all of one length.</param>
    /// <exception cref="ArgumentException">There is none, or the lengths differ.</exception>
    public static double[,] Of(IEnumerable<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[][] all = [.. rows];
        if (all.Length == 0) throw new ArgumentException("There is no row; expected at least one.", nameof(rows));
        var matrix = new double[all.Length, all[0].Length];
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Length != all[0].Length) throw new ArgumentException($"Row {i} has {all[i].Length} values; expected {all[0].Length}.", nameof(rows));
            for (var j = 0; j < all[i].Length; j++) matrix[i, j] = all[i][j];
        }
        return matrix;
    }

    /// <summary>A point (truth, r) for each feature of each result, feature by feature, result after result.</summary>
    /// <param name="truth">One number per feature.</param>
    /// <param name="results">At least one, of as many features.</param>
    /// <exception cref="ArgumentException">There is no result, or one has another number of features.</exception>
    public static double[,] Points(IReadOnlyList<double> truth, IEnumerable<FeatureResult> results)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(results);
        return Of(results.SelectMany(result => result.Relevance.Length == truth.Count
            ? truth.Zip(result.Relevance, (t, r) => new[] { t, r })
            : throw new ArgumentException($"{result} has {result.Relevance.Length} features; expected {truth.Count}.", nameof(results))));
    }
}
