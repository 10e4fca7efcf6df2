using System.Collections.Immutable;
using Limpid.Spectral.Training;
using MathNet.Numerics.Distributions;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>
/// The paper's second experiment: no feature tells anything about the class, but pairs of features do. In class 0 both members of a pair are equal; in class 1 the second has the
/// other sign with probability p. Two features more are noise.
/// </summary>
/// <remarks>
/// All features are Gaussians of mean 0 and deviation .5 in both classes. A pair that disagrees proves class 1, and nothing else tells the classes apart: the best rule says class 1 if any pair
/// disagrees and is wrong with probability <c>1/2 prod (1 - p_f)</c>.
/// Source: Chicchi et al. 2024, arXiv:2406.01183, and the authors' notebooks (Lorenzochicchi/SpectralNNs_for_Input_Relevance); the closed forms are ours.
/// </remarks>
public sealed record CorrelatedPairs
{
    /// <summary>The standard deviation of every feature.</summary>
    public const double Deviation = 0.5;

    /// <summary>Features without any relation to the class, behind the pairs.</summary>
    public const int NoiseFeatures = 2;

    /// <summary>The paper's number of samples; the first 80 % are for training.</summary>
    public const int PaperSamples = 100_000;

    private const double TrainShare = 0.8;

    /// <summary>A problem.</summary>
    /// <param name="flips">p of each pair, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no pair, or a p is outside 0 to 1.</exception>
    public CorrelatedPairs(params ImmutableArray<double> flips)
    {
        if (flips.IsDefaultOrEmpty) throw new ArgumentException("There is no pair; expected at least one.", nameof(flips));
        foreach (var p in flips)
            if (!(p >= 0 && p <= 1)) throw new ArgumentException(FormattableString.Invariant($"A pair disagrees with probability {p}; expected 0 to 1."), nameof(flips));
        Flips = flips;
    }

    /// <summary>The paper's four pairs: p = .7, .8, .4, .6.</summary>
    public static CorrelatedPairs Paper { get; } = new(.7, .8, .4, .6);

    /// <summary>r of the authors' stored run (5 epochs) for each feature, read off its bar chart to about .05.</summary>
    public static ImmutableArray<double> StoredRelevance { get; } = [3.10, 3.10, 3.33, 3.65, 2.13, 2.09, 2.65, 2.49, .02, .02];

    /// <summary>The authors' network and penalty: L2 of 1e-6 on eigenvalues and 1e-4 on eigenvectors.</summary>
    public static SpectralLayout Layout { get; } =
        IndependentGaussians.Layout with { Inputs = Paper.Features, Penalty = new EigenPenalty(Penalty.L2(1e-6), Penalty.L2(1e-4)) };

    /// <summary>p of each pair.</summary>
    public ImmutableArray<double> Flips { get; }

    /// <summary>Number of features: 2 f and 2 f + 1 are pair f, the last are noise.</summary>
    public int Features => 2 * Flips.Length + NoiseFeatures;

    /// <summary>p of the pair of each feature; 0 for noise.</summary>
    public ImmutableArray<double> FlipOfFeature => [.. Enumerable.Range(0, Features).Select(f => f < 2 * Flips.Length ? Flips[f / 2] : 0)];

    /// <summary>How often the best rule is right: <c>1 - 1/2 prod (1 - p_f)</c>.</summary>
    public double BayesAccuracy => 1 - Agreement() / 2;

    /// <summary>How often the best rule is right that sees one pair alone: <c>1/2 + p / 2</c>.</summary>
    public ImmutableArray<double> AccuracyOfOne => [.. Flips.Select(p => 0.5 + p / 2)];

    /// <summary>How often the best rule is right that doesn't see a pair.</summary>
    public ImmutableArray<double> AccuracyWithout => [.. Flips.Select((_, f) => 1 - Agreement(except: f) / 2)];

    /// <summary>How often the best linear rule is right that sees one pair alone: <c>1/2 + p / 4</c>.</summary>
    public ImmutableArray<double> LinearAccuracyOfOne => [.. Flips.Select(p => 0.5 + p / 4)];

    /// <summary>How often the best linear rule is right: <c>1/2 + 1/4 (1 - prod (1 - p_f))</c>.</summary>
    /// <remarks>
    /// Whatever the weights, a linear score s is centred normal, or constant, given which pairs disagree; where none does, it is the same in both classes. So the distribution functions of
    /// both classes differ nowhere by more than 1/2 (1 - prod (1 - p_f)). <see cref="LinearRule"/> reaches the bound.
    /// </remarks>
    public double LinearAccuracy => 0.5 + (1 - Agreement()) / 4;

    /// <summary>The best rule: class 1 if any of the pairs disagrees.</summary>
    /// <param name="seen">The pairs that it sees; all if null.</param>
    public FeatureRule BayesRule(IEnumerable<int>? seen = null)
    {
        int[] pairs = [.. seen ?? Enumerable.Range(0, Flips.Length)];
        return features =>
        {
            foreach (var f in pairs)
                if (features[2 * f] != features[2 * f + 1]) return true;
            return false;
        };
    }

    /// <summary>A best linear rule: class 1 if <c>sum_f c_f (x_2f - x_2f+1) &gt; 0</c>, with c = 1, 2, 3, ... Exactly 0 in class 0.</summary>
    /// <param name="seen">The pairs that it sees; all if null.</param>
    public FeatureRule LinearRule(IEnumerable<int>? seen = null)
    {
        int[] pairs = [.. seen ?? Enumerable.Range(0, Flips.Length)];
        return features =>
        {
            var sum = 0.0;
            foreach (var f in pairs) sum += (f + 1) * ((double)features[2 * f] - features[2 * f + 1]);
            return sum > 0;
        };
    }

    /// <summary>Draws samples.</summary>
    /// <param name="count">At least 10.</param>
    /// <param name="random">Every random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 10.</exception>
    public FeatureSamples Draw(int count, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 10);
        ArgumentNullException.ThrowIfNull(random);
        var (values, labels, normal) = (new float[count * Features], new long[count], new double[Flips.Length + NoiseFeatures]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Next(2);
            Normal.Samples(random, normal, 0, Deviation);
            var row = values.AsSpan(i * Features, Features);
            for (var f = 0; f < Flips.Length; f++)
            {
                // Drawn in class 0 too, so that the class doesn't shift what comes after.
                var flips = random.NextDouble() < Flips[f] && labels[i] == 1;
                row[2 * f] = (float)normal[f];
                row[2 * f + 1] = flips ? -row[2 * f] : row[2 * f];
            }
            for (var f = 0; f < NoiseFeatures; f++) row[2 * Flips.Length + f] = (float)normal[Flips.Length + f];
        }
        return new FeatureSamples(values, labels, TrainShare);
    }

    /// <inheritdoc/>
    public bool Equals(CorrelatedPairs? other) => other is not null && Flips.SequenceEqual(other.Flips);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Flips.Length, Flips.Sum());

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Flips.Length} pairs that disagree with probability {string.Join(", ", Flips.Select(p => FormattableString.Invariant($"{p}")))} in class 1, {NoiseFeatures} noise features");

    // The probability that no pair disagrees in class 1.
    private double Agreement(int except = -1) => Flips.Where((_, f) => f != except).Aggregate(1.0, (product, p) => product * (1 - p));
}
