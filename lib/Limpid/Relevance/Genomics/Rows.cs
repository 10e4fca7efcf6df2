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

    /// <summary>The rows in the middle of a table, for a chart of one line of letters; of an odd number left over, one more is left out at the end.</summary>
    /// <param name="table">[rows, columns].</param>
    /// <param name="count">How many rows, 0 to all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows.</exception>
    public static double[,] Middle(double[,] table, int count)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (count < 0 || count > table.GetLength(0))
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Expected 0 to {table.GetLength(0)}, the number of rows.");
        var (middle, first) = (new double[count, table.GetLength(1)], (table.GetLength(0) - count) / 2);
        for (var i = 0; i < count; i++)
            for (var j = 0; j < middle.GetLength(1); j++)
                middle[i, j] = table[first + i, j];
        return middle;
    }
}
