using Limpid.Data.Dna;
using Limpid.Relevance.Genomics;
using MathNet.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>
/// What nobody can do better than: the likelihood ratio of the process that made the sequences. It knows the motifs, the background and how copies are placed, and not where.
/// </summary>
/// <remarks>
/// With k copies of the first and m of the second motif, <c>P(x | k, m) / P(x | none) = Z_km / N_km</c>: Z sums, over all non-overlapping arrangements, the product of
/// the motifs' ratios (<see cref="Motif.Ratios"/>, mean of both strands) at their places, N counts the arrangements. The sum goes by prefixes,
/// <c>Z_km(j) = Z_km(j-1) + g(j-w) Z_(k-1)m(j-w) + h(j-v) Z_k(m-1)(j-v)</c>. A stratum's likelihood is the mean over its k and m. Exact for independent background
/// letters; for real DNA, which is no such background, a mere score.
/// </remarks>
/// <param name="design">The process.</param>
public sealed class LikelihoodOracle(PlantedDesign design)
{
    private const int Most = PlantedDesign.MaxCopies;

    /// <summary>The area under the ROC curve of the likelihood ratio for each label (both, first, second): what a network can reach at best.</summary>
    /// <param name="sequences">Sequences, held against the process of their own design.</param>
    public static double[] Areas(PlantedSequences sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        using var scope = NewDisposeScope();
        var scores = new LikelihoodOracle(sequences.Design).Scores(sequences.Sequences);
        return ScoreAreas.Of(tensor([.. scores.SelectMany(score => score)], [scores.Length, 3]), sequences.Labels());
    }

    /// <summary>For each sequence the log likelihood ratio of each label (both, first, second) being 1 against it being 0.</summary>
    /// <param name="sequences">Sequences of the design's length.</param>
    /// <returns>[sequences][3].</returns>
    /// <exception cref="ArgumentException">Another length or letter.</exception>
    public double[][] Scores(IReadOnlyList<string> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        return [.. sequences.Select(Score)];
    }

    /// <summary>P(x | stratum) / P(x | none) of the four strata: both, first, second, none (which is 1).</summary>
    /// <param name="sequence">A sequence of the design's length.</param>
    public double[] StratumRatios(string sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Length != design.Length)
            throw new ArgumentException($"sequence has {sequence.Length} letters; expected {design.Length}.", nameof(sequence));
        var sums = Sums(Ratios(design.First, sequence), Ratios(design.Second, sequence));
        double Mean(int[] first, int[] second) => first.SelectMany(_ => second, (k, m) => sums[k, m] / Arrangements(k, m)).Average();
        int[] copies = [.. Enumerable.Range(1, Most)];
        return [Mean(copies, copies), Mean(copies, [0]), Mean([0], copies), 1];
    }

    /// <summary>In how many ways k copies of the first and m of the second motif can stand without overlap.</summary>
    /// <param name="first">k.</param>
    /// <param name="second">m.</param>
    public double Arrangements(int first, int second)
    {
        var free = design.Length - first * (design.First.Width - 1) - second * (design.Second.Width - 1);
        return Combinatorics.Combinations(free, first + second) * Combinatorics.Combinations(first + second, first);
    }

    private double[] Score(string sequence)
    {
        var (both, first, second, none) = StratumRatios(sequence) is [var b, var f, var s, var n] ? (b, f, s, n) : default;
        return [Math.Log(3 * both / (first + second + none)), Math.Log((both + first) / (second + none)), Math.Log((both + second) / (first + none))];
    }

    private double[] Ratios(Motif motif, string sequence) =>
        [.. motif.Ratios(sequence, design.Composition).Zip(motif.ReverseComplement().Ratios(sequence, design.Composition), (own, other) => (own + other) / 2)];

    private double[,] Sums(double[] first, double[] second)
    {
        var (w, v) = (design.First.Width, design.Second.Width);
        var sums = new double[design.Length + 1, Most + 1, Most + 1];
        for (var j = 0; j <= design.Length; j++)
            for (var k = 0; k <= Most; k++)
                for (var m = 0; m <= Most; m++)
                    sums[j, k, m] = (j == 0 ? k + m == 0 ? 1 : 0 : sums[j - 1, k, m])
                        + (k > 0 && j >= w ? first[j - w] * sums[j - w, k - 1, m] : 0)
                        + (m > 0 && j >= v ? second[j - v] * sums[j - v, k, m - 1] : 0);
        var last = new double[Most + 1, Most + 1];
        for (var k = 0; k <= Most; k++)
            for (var m = 0; m <= Most; m++)
                last[k, m] = sums[design.Length, k, m];
        return last;
    }
}
