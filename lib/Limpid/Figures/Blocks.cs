namespace Limpid.Figures;

/// <summary>Makes a map small enough for a notebook.</summary>
internal static class Blocks
{
    private const int MaxCells = 14_000;

    /// <summary>The map itself, or the means of squares of it; NaN are left out of a mean.</summary>
    /// <param name="map">The values.</param>
    /// <returns>At most 14 000 cells, and the side of a square.</returns>
    public static (double[,] Map, int Side) Of(double[,] map)
    {
        var side = 1;
        while ((long)Parts(map.GetLength(0), side) * Parts(map.GetLength(1), side) > MaxCells)
            side++;
        var means = new double[Parts(map.GetLength(0), side), Parts(map.GetLength(1), side)];
        for (var i = 0; i < means.GetLength(0); i++)
            for (var j = 0; j < means.GetLength(1); j++)
                means[i, j] = side == 1 ? map[i, j] : Spread.Of(Square(map, i * side, j * side, side)).Mean;
        return (means, side);
    }

    private static int Parts(int length, int side) => (length + side - 1) / side;

    private static IEnumerable<double> Square(double[,] map, int row, int column, int side)
    {
        for (var i = row; i < Math.Min(row + side, map.GetLength(0)); i++)
            for (var j = column; j < Math.Min(column + side, map.GetLength(1)); j++)
                yield return map[i, j];
    }
}
