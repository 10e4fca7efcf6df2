using Limpid.Data;

namespace Limpid.Figures;

/// <summary>Classical scaling: the two leading eigenvectors of −½ J D² J, with the squared distances D² and the centring J, times the roots of their eigenvalues.</summary>
internal static class Scaling
{
    private const int Rounds = 60;

    /// <param name="distances">The distance of each pair, symmetric.</param>
    /// <param name="random">Where the search begins.</param>
    public static (double[] X, double[] Y) Places(int[][] distances, SplitMix64 random)
    {
        var x = Leading(distances, Uniform(random, distances.Length), null);
        return (x, Leading(distances, Uniform(random, distances.Length), x));
    }

    // Power iteration. It need not converge: the springs go on from any start that is roughly right.
    private static double[] Leading(int[][] distances, double[] start, double[]? other)
    {
        var vector = start;
        var size = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            vector = Product(distances, Unit(Without(vector, other)));
            size = Math.Sqrt(vector.Sum(v => v * v));
        }
        var scale = Math.Sqrt(size);
        return [.. Unit(Without(vector, other)).Select(v => v * scale)];
    }

    private static double[] Product(int[][] distances, double[] vector)
    {
        var centred = Centred(vector);
        return Centred([.. distances.Select(row =>
        {
            var sum = 0.0;
            for (var j = 0; j < row.Length; j++)
                sum -= 0.5 * row[j] * row[j] * centred[j];
            return sum;
        })]);
    }

    private static double[] Centred(double[] vector)
    {
        var mean = vector.Average();
        return [.. vector.Select(v => v - mean)];
    }

    private static double[] Without(double[] vector, double[]? other)
    {
        if (other is null || other.Sum(o => o * o) is var square && square == 0)
            return vector;
        var share = vector.Zip(other, (v, o) => v * o).Sum() / square;
        return [.. vector.Zip(other, (v, o) => v - share * o)];
    }

    private static double[] Unit(double[] vector)
    {
        var size = Math.Sqrt(vector.Sum(v => v * v));
        return size == 0 ? vector : [.. vector.Select(v => v / size)];
    }

    private static double[] Uniform(SplitMix64 random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.Next() >> 11) * Math.Pow(2, -53))];
}
