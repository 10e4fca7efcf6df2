using Limpid.Graphs;
using MathNet.Numerics.Statistics;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Whether neurons that are neighbours on a path or a ring answer to neighbouring places of a coordinate.</summary>
/// <remarks>
/// All measures read a profile [bins, N]: the mean activation of each neuron in equal bins of the coordinate (<see cref="ActivationProfile"/>). A neuron whose
/// profile varies by less than a hundredth of the most variable one is <i>silent</i> and has no place.
/// </remarks>
public static class FieldOrder
{
    private const double SilentShare = 0.01;

    /// <summary>The bin in which each neuron is most active, -1 for a silent neuron.</summary>
    /// <param name="profile">[bins, N], finite.</param>
    /// <example>[[0, 2], [1, 1], [2, 0]]: 2 and 0.</example>
    public static int[] Peaks(double[,] profile)
    {
        var (bins, neurons, silent) = Read(profile);
        return [.. Enumerable.Range(0, neurons).Select(v => silent[v] ? -1 : Enumerable.Range(0, bins).MaxBy(bin => profile[bin, v]))];
    }

    /// <summary>
    /// |Spearman's rho| between a neuron's place on the path and the place of its peak, beside the same peaks with the neurons permuted. A silent neuron counts as one in
    /// the middle; without two different peaks rho is 0. The sign is dropped because a path can be run through from either end.
    /// </summary>
    /// <param name="profile">[bins, N], finite; neuron v stands at place v.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    public static PermutationNull OnPath(double[,] profile, Random random, int permutations = 1000)
    {
        var peaks = Peaks(profile);
        var living = peaks.Where(peak => peak >= 0).ToArray();
        var places = Array.ConvertAll(peaks, peak => peak >= 0 ? peak : living.Length == 0 ? 0 : living.Average());
        double[] path = [.. Enumerable.Range(0, places.Length)];
        double Statistic(IReadOnlyList<int> order)
        {
            var rho = Correlation.Spearman(path, order.Select(v => places[v]));
            // Rounded, so that no correlation is 0 and not what rounding leaves: comparisons of seeds count ties.
            return double.IsFinite(rho) ? Math.Abs(Math.Round(rho, 12)) : 0;
        }

        return PermutationNull.Draw(places.Length, Statistic, Extreme.High, random, permutations);
    }

    /// <summary>
    /// How evenly the phases of the neurons go once round: the larger of <c>|mean_v exp(i (phi_v -+ 2 pi v / N))|</c>, 1 for a bump that travels round the ring in
    /// equal steps, beside the same with the neurons permuted. phi_v is the phase of the first harmonic of the neuron's profile; silent neurons add 0.
    /// </summary>
    /// <param name="profile">[bins, N], finite, over one full turn.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    public static PermutationNull OnRing(double[,] profile, Random random, int permutations = 1000)
    {
        var phases = Phases(profile);
        double Statistic(IReadOnlyList<int> order) => Math.Max(Resultant(phases, order, 1), Resultant(phases, order, -1));
        return PermutationNull.Draw(phases.Length, Statistic, Extreme.High, random, permutations);
    }

    /// <summary>How often the phase goes round while the neurons are gone through once, by the shorter way from each to the next; silent neurons are skipped.</summary>
    /// <param name="profile">[bins, N], finite, over one full turn.</param>
    /// <returns>1 or -1 for a bump that travels once round the ring, 0 for a layer that only sways.</returns>
    public static int Wraps(double[,] profile)
    {
        var phases = Phases(profile).Where(double.IsFinite).ToArray();
        var sum = Enumerable.Range(0, phases.Length).Sum(v => Math.IEEERemainder(phases[(v + 1) % phases.Length] - phases[v], 2 * Math.PI));
        return (int)Math.Round(sum / (2 * Math.PI));
    }

    private static double[] Phases(double[,] profile)
    {
        var (bins, neurons, silent) = Read(profile);
        return [.. Enumerable.Range(0, neurons).Select(v =>
        {
            var (sine, cosine) = (0.0, 0.0);
            for (var bin = 0; bin < bins; bin++)
            {
                var angle = 2 * Math.PI * (bin + 0.5) / bins;
                (sine, cosine) = (sine + profile[bin, v] * Math.Sin(angle), cosine + profile[bin, v] * Math.Cos(angle));
            }
            return silent[v] ? double.NaN : Math.Atan2(sine, cosine);
        })];
    }

    private static double Resultant(double[] phases, IReadOnlyList<int> order, int direction)
    {
        var (sine, cosine) = (0.0, 0.0);
        for (var place = 0; place < phases.Length; place++)
        {
            if (!double.IsFinite(phases[order[place]])) continue;
            var angle = phases[order[place]] - direction * 2 * Math.PI * place / phases.Length;
            (sine, cosine) = (sine + Math.Sin(angle), cosine + Math.Cos(angle));
        }
        return Math.Sqrt(sine * sine + cosine * cosine) / phases.Length;
    }

    private static (int Bins, int Neurons, bool[] Silent) Read(double[,] profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var (bins, neurons) = (profile.GetLength(0), profile.GetLength(1));
        if (profile.Length == 0 || profile.Cast<double>().Any(value => !double.IsFinite(value)))
            throw new ArgumentException("The profile is empty or holds a value that is not finite; expected numbers [bins, N].", nameof(profile));
        var range = Enumerable.Range(0, neurons).Select(v =>
        {
            var column = Enumerable.Range(0, bins).Select(bin => profile[bin, v]).ToArray();
            return column.Max() - column.Min();
        }).ToArray();
        return (bins, neurons, Array.ConvertAll(range, value => value <= SilentShare * range.Max()));
    }
}
