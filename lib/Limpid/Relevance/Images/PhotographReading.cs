namespace Limpid.Relevance.Images;

/// <summary>One method's map of one photograph; plain numbers, so that it can be stored and read back.</summary>
/// <param name="Photograph">For example <c>coffee</c>.</param>
/// <param name="Object">The class that is explained, which is what the mask outlines.</param>
/// <param name="Method">The method.</param>
/// <param name="Score">The network's score of that class, after the sigmoid.</param>
/// <param name="Map">Relevance summed over colours and over blocks of pixels, row by row: a square.</param>
/// <param name="Input">How sparse the whole map is.</param>
/// <param name="Place">How much of it lies on the object.</param>
public sealed record PhotographReading(string Photograph, string Object, MapMethod Method, double Score, double[][] Map, MapComplexity Input, MapPlace Place)
{
    /// <summary>The map in whole percent of a number, cut at 100 and -100, as a picture.</summary>
    /// <param name="number">For example the largest |value| of another map; not 0.</param>
    public double[,] Percent(double number)
    {
        var square = new double[Map.Length, Map.Length];
        for (var i = 0; i < Map.Length; i++)
            for (var j = 0; j < Map.Length; j++)
                square[i, j] = Math.Round(Math.Clamp(100 * Map[i][j] / number, -100, 100));
        return square;
    }
}
