using Limpid.Graphs;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>What each dimension of a class capsule does to the ink of the drawing, digit by digit; and whether all digits agree.</summary>
/// <remarks>
/// The slope of digit c and dimension d is <c>(ink(v + 0.25 e_d) - ink(v - 0.25 e_d)) / 0.5</c>, ink being the sum of the pixels drawn from the capsule of c,
/// mean over images: the paper's panels from end to end. Positive: the dimension thickens the line.
/// </remarks>
/// <param name="Values">Slopes [C][D], pixels of ink per unit.</param>
public sealed record InkSlopes(double[][] Values)
{
    /// <summary>Dimensions.</summary>
    public int Dimensions => Values[0].Length;

    /// <summary>Signs agree by chance: with fair coins the commoner sign of ten has a share of 0.623 on average.</summary>
    /// <param name="digits">Number of coins.</param>
    public static double Coins(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        var (sum, ways) = (0.0, 1.0);
        for (var k = 0; k <= digits; k++)
        {
            sum += ways * Math.Max(k, digits - k);
            ways = ways * (digits - k) / (k + 1);
        }
        return sum / Math.Pow(2, digits) / digits;
    }

    /// <summary>For each dimension, how many digits have the commoner sign (a slope of 0 has neither).</summary>
    public int[] Agreement => [.. Enumerable.Range(0, Dimensions).Select(d => Agreeing(Column(d)))];

    /// <summary>Dimensions whose sign is the same for all digits.</summary>
    public int Unanimous => Agreement.Count(count => count == Values.Length);

    /// <summary>Share of digits with the commoner sign, mean over dimensions; 1 if every dimension does the same to all digits.</summary>
    public double MeanAgreement => Agreement.Average() / Values.Length;

    /// <summary>For each dimension the smallest slope over digits once the commoner sign is called positive: above 0 if all agree.</summary>
    public double[] Shared => [.. Enumerable.Range(0, Dimensions).Select(d => SharedOf(Column(d)))];

    /// <summary>The largest of <see cref="Shared"/>: how much ink the best dimension moves in the digit that it moves least.</summary>
    public double Thickness => Shared.Max();

    /// <summary>The dimension of <see cref="Thickness"/>; at a tie the first.</summary>
    public int ThicknessDimension => Array.IndexOf(Shared, Thickness);

    /// <summary><see cref="MeanAgreement"/> beside the same with the dimensions permuted within each digit.</summary>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    public PermutationNull AgreementNull(Random random, int permutations = 1000) => Null(slopes => slopes.MeanAgreement, random, permutations);

    /// <summary><see cref="Thickness"/> beside the same with the dimensions permuted within each digit.</summary>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    public PermutationNull ThicknessNull(Random random, int permutations = 1000) => Null(slopes => slopes.Thickness, random, permutations);

    private PermutationNull Null(Func<InkSlopes, double> statistic, Random random, int permutations)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var permuted = new InkSlopes([.. Values.Select(row => row.ToArray())]);
        var values = new double[permutations];
        for (var i = 0; i < permutations; i++)
        {
            foreach (var row in permuted.Values) random.Shuffle(row);
            values[i] = statistic(permuted);
        }
        return PermutationNull.Of(statistic(this), values, Extreme.High);
    }

    private double[] Column(int d) => [.. Values.Select(row => row[d])];

    private static int Agreeing(double[] slopes) => Math.Max(slopes.Count(x => x > 0), slopes.Count(x => x < 0));

    private static double SharedOf(double[] slopes) => slopes.Count(x => x > 0) >= slopes.Count(x => x < 0) ? slopes.Min() : -slopes.Max();
}
