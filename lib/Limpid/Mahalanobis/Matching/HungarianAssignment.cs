namespace Limpid.Mahalanobis.Matching;

/// <summary>The assignment of rows to columns, each used once, of least total cost: exact, by shortest augmenting paths with potentials, O(rows^2 columns).</summary>
/// <remarks>
/// With costs [[4, 1], [2, 0]] rows go to columns 1 and 0 at 1 + 2 = 3. Source: Kuhn 1955, Munkres 1957; in this form Jonker and Volgenant 1987.
/// </remarks>
public static class HungarianAssignment
{
    /// <summary>The column of each row; -1 for the rows left over if there are more rows than columns.</summary>
    /// <param name="cost">Costs [rows, columns], finite; left as they are.</param>
    /// <exception cref="ArgumentException">A cost isn't finite.</exception>
    public static int[] Of(double[,] cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var (rows, columns) = (cost.GetLength(0), cost.GetLength(1));
        foreach (var value in cost)
            if (!double.IsFinite(value)) throw new ArgumentException(FormattableString.Invariant($"A cost is {value}; expected finite costs."), nameof(cost));
        if (rows <= columns) return Solve(rows, columns, (row, column) => cost[row, column]);
        var (ofColumn, ofRow) = (Solve(columns, rows, (column, row) => cost[row, column]), new int[rows]);
        Array.Fill(ofRow, -1);
        for (var column = 0; column < columns; column++) ofRow[ofColumn[column]] = column;
        return ofRow;
    }

    // Rows enter one by one; column 0 stands for "none", so that rows and columns count from 1.
    private static int[] Solve(int rows, int columns, Func<int, int, double> cost)
    {
        var (rowPrice, columnPrice, owner) = (new double[rows + 1], new double[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            var (slack, before, seen) = (new double[columns + 1], new int[columns + 1], new bool[columns + 1]);
            Array.Fill(slack, double.PositiveInfinity);
            owner[0] = row;
            var at = 0;
            while (owner[at] != 0)
            {
                seen[at] = true;
                var (from, least, next) = (owner[at], double.PositiveInfinity, 0);
                for (var column = 1; column <= columns; column++)
                {
                    if (seen[column]) continue;
                    var reduced = cost(from - 1, column - 1) - rowPrice[from] - columnPrice[column];
                    if (reduced < slack[column]) (slack[column], before[column]) = (reduced, at);
                    if (slack[column] < least) (least, next) = (slack[column], column);
                }
                for (var column = 0; column <= columns; column++)
                    if (seen[column])
                    {
                        rowPrice[owner[column]] += least;
                        columnPrice[column] -= least;
                    }
                    else
                    {
                        slack[column] -= least;
                    }
                at = next;
            }
            for (; at != 0; at = before[at]) owner[at] = owner[before[at]];
        }
        var result = new int[rows];
        for (var column = 1; column <= columns; column++)
            if (owner[column] != 0) result[owner[column] - 1] = column - 1;
        return result;
    }
}
