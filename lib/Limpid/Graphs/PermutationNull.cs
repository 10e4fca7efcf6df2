namespace Limpid.Graphs;

/// <summary>
/// A statistic of signals on a graph beside its control: the same signals with the vertices permuted, which keeps every value and every
/// relation between signals and destroys only their place on the graph.
/// </summary>
public sealed class PermutationNull
{
    private readonly double[] values;

    private PermutationNull(double observed, double[] values, Extreme extreme)
    {
        (Observed, this.values, Extreme) = (observed, values, extreme);
        Mean = values.Average();
        StandardDeviation = Math.Sqrt(values.Sum(value => (value - Mean) * (value - Mean)) / Math.Max(1, values.Length - 1));
    }

    /// <summary>The statistic of the signals as they are.</summary>
    public double Observed { get; }

    /// <summary>The statistic of each permutation, in the order drawn.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>Which values speak for order.</summary>
    public Extreme Extreme { get; }

    /// <summary>Mean over the permutations.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation over the permutations (n - 1).</summary>
    public double StandardDeviation { get; }

    /// <summary>
    /// Observed / Mean; 1 means no order. For a statistic of one sign such as the Rayleigh quotient; for Moran's I, whose null lies around
    /// -1/(N-1), read <see cref="ZScore"/>. NaN if both are 0.
    /// </summary>
    public double Ratio => Observed / Mean;

    /// <summary>(Observed - Mean) / StandardDeviation. NaN if no permutation changes anything.</summary>
    public double ZScore => (Observed - Mean) / StandardDeviation;

    /// <summary>
    /// (1 + number of permutations at least as extreme) / (1 + number of permutations): never 0, at best 1/1001 with 1000 permutations.
    /// </summary>
    public double PValue
    {
        get
        {
            // A permutation that changes nothing may differ by rounding; it counts as equally extreme.
            var slack = 1e-12 * Math.Max(Math.Abs(Observed), Math.Abs(Mean));
            return (1.0 + values.Count(value => Extreme == Extreme.Low ? value <= Observed + slack : value >= Observed - slack))
                / (1 + values.Length);
        }
    }

    /// <summary>A control that was drawn in another way than by permuting all vertices alike.</summary>
    /// <param name="observed">The statistic of the signals as they are.</param>
    /// <param name="values">The statistic of each draw, at least one.</param>
    /// <param name="extreme">Which values speak for order.</param>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public static PermutationNull Of(double observed, IReadOnlyList<double> values, Extreme extreme)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count > 0 ? new PermutationNull(observed, [.. values], extreme) : throw new ArgumentException("values is empty; expected at least one draw.", nameof(values));
    }

    /// <summary>Draws the control.</summary>
    /// <param name="vertexCount">Number of vertices N.</param>
    /// <param name="statistic">
    /// The statistic after permuting: vertex v carries the values that belong to vertex <c>permutation[v]</c>. It is called first with the identity.
    /// </param>
    /// <param name="extreme">Which values speak for order.</param>
    /// <param name="random">The source of the permutations; equal sources draw equal permutations.</param>
    /// <param name="permutations">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <example>On <c>Graph.Path(2)</c> with any signal both permutations give the same quotient, so the p-value is 1.</example>
    public static PermutationNull Draw(
        int vertexCount, Func<IReadOnlyList<int>, double> statistic, Extreme extreme, Random random, int permutations = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vertexCount, 1);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var order = Enumerable.Range(0, vertexCount).ToArray();
        var observed = statistic(order);
        var values = new double[permutations];
        for (var i = 0; i < permutations; i++)
        {
            random.Shuffle(order);
            values[i] = statistic(order);
        }
        return new PermutationNull(observed, values, extreme);
    }
}
