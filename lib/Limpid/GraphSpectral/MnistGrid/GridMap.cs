namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>64 neurons as an 8 x 8 picture, row-major.</summary>
internal static class GridMap
{
    public static T[,] Of<T>(IReadOnlyList<T> neurons)
    {
        var map = new T[8, 8];
        for (var v = 0; v < 64; v++) map[v / 8, v % 8] = neurons[v];
        return map;
    }
}
