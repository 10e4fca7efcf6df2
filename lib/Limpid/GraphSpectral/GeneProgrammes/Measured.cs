using Limpid.Graphs;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>A measure beside its control.</summary>
/// <param name="Value">The measure.</param>
/// <param name="Permuted">Its mean over permutations.</param>
public sealed record Measured(double Value, double Permuted)
{
    /// <summary>Nothing to measure.</summary>
    public static Measured None { get; } = new(0, 0);

    internal static Measured Of(int count, Func<IReadOnlyList<int>, double> statistic, Random random, int permutations)
    {
        var drawn = PermutationNull.Draw(count, statistic, Extreme.High, random, permutations);
        return new Measured(drawn.Observed, drawn.Mean);
    }
}
