namespace Limpid.Relevance.Genomics;

/// <summary>Numbers of several runs as a chart of lines takes them.</summary>
public static class Rows
{
    /// <summary>A row for each run.</summary>
    /// <typeparam name="T">What a run left.</typeparam>
    /// <param name="runs">The runs.</param>
    /// <param name="values">The numbers of one run; as many of each.</param>
    /// <returns>[runs, numbers].</returns>
    /// <exception cref="ArgumentException">Runs differ in how many numbers they have.</exception>
    public static double[,] Of<T>(IEnumerable<T> runs, Func<T, IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(values);
        IReadOnlyList<double>[] rows = [.. runs.Select(values)];
        var table = new double[rows.Length, rows.Length == 0 ? 0 : rows[0].Count];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Count != table.GetLength(1))
                throw new ArgumentException($"Run {i} has {rows[i].Count} numbers; expected {table.GetLength(1)} like the first.", nameof(values));
            for (var j = 0; j < table.GetLength(1); j++)
                table[i, j] = rows[i][j];
        }
        return table;
    }
}
