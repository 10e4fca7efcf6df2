namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>Values in rows as a square picture: 64 neurons as 8 x 8, 784 pixels as 28 x 28.</summary>
internal static class GridMap
{
    public static T[,] Of<T>(IReadOnlyList<T> values)
    {
        var side = (int)Math.Sqrt(values.Count);
        var map = new T[side, side];
        for (var v = 0; v < values.Count; v++) map[v / side, v % side] = values[v];
        return map;
    }
}
