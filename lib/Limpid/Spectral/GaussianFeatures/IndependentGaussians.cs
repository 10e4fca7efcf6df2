using System.Collections.Immutable;
using Limpid.Spectral.Training;
using MathNet.Numerics.Distributions;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>
/// The paper's first experiment: features are independent Gaussians of deviation .5 whose means differ between two classes by rho_f, the relevance that is to be found.
/// </summary>
/// <remarks>
/// Class 0 has mean -1/2 in a relevant feature, class 1 <c>rho_f - 1/2</c>; in an irrelevant feature both have mean 0. Classes are equally likely. The best rule is linear: its logit has
/// the coefficients <c>rho_f / sigma^2</c>, so the true importance of a feature is proportional to rho_f, and it is right with probability <c>Phi(|rho| / (2 sigma))</c>.
/// Source: Chicchi et al. 2024, arXiv:2406.01183, and the authors' notebooks (Lorenzochicchi/SpectralNNs_for_Input_Relevance).
/// </remarks>
public sealed record IndependentGaussians
{
    /// <summary>sigma, the standard deviation of every feature in each class.</summary>
    public const double Deviation = 0.5;

    /// <summary>The paper's number of features.</summary>
    public const int PaperFeatures = 20;

    /// <summary>The paper's number of relevant features.</summary>
    public const int PaperRelevant = 11;

    /// <summary>The paper's number of samples; the first 80 % are for training.</summary>
    public const int PaperSamples = 60_000;

    /// <summary>The largest rho that can be drawn.</summary>
    public const double Largest = 1.4;

    private const double TrainShare = 0.8;

    /// <summary>A problem.</summary>
    /// <param name="relevance">rho of each feature; 0 for an irrelevant one.</param>
    /// <exception cref="ArgumentException">There is no feature, or a rho is negative or not finite.</exception>
    public IndependentGaussians(params ImmutableArray<double> relevance)
    {
        if (relevance.IsDefaultOrEmpty) throw new ArgumentException("There is no feature; expected at least one.", nameof(relevance));
        foreach (var rho in relevance)
            if (!(double.IsFinite(rho) && rho >= 0)) throw new ArgumentException(FormattableString.Invariant($"A relevance is {rho}; expected a finite number, 0 or larger."), nameof(relevance));
        Relevance = relevance;
    }

    /// <summary>The data set of the authors' stored run, as far as it is known: its rho, two digits each. The samples themselves can't be drawn again.</summary>
    public static IndependentGaussians Stored { get; } = new(.01, .71, 0, 0, .14, 1.25, 0, 1.0, 0, 0, .33, 1.32, 0, 0, 0, 1.12, .72, .02, 0, .65);

    /// <summary>r of the authors' stored run (100 epochs, 2 repetitions) for each feature of <see cref="Stored"/>, read off its bar chart to about .005.</summary>
    public static ImmutableArray<double> StoredRelevance { get; } = [0, .188, 0, 0, .030, .357, 0, .323, 0, .004, .078, .367, 0, .012, 0, .250, .216, 0, 0, .151];

    /// <summary>The authors' network and penalty: L2 of 1e-6 on eigenvalues and 1e-2 on eigenvectors.</summary>
    public static SpectralLayout Layout { get; } =
        new(PaperFeatures, [(100, LayerActivation.Tanh), (100, LayerActivation.ReLU), (50, LayerActivation.ReLU), (2, LayerActivation.Linear)])
        {
            Penalty = new EigenPenalty(Penalty.L2(1e-6), Penalty.L2(1e-2)), Dropout = 0.2,
        };

    /// <summary>rho of each feature.</summary>
    public ImmutableArray<double> Relevance { get; }

    /// <summary>The features whose rho isn't 0.</summary>
    public ImmutableArray<int> Relevant => [.. Enumerable.Range(0, Relevance.Length).Where(f => Relevance[f] > 0)];

    /// <summary>The coefficients of the best rule's logit: <c>rho_f / sigma^2</c>.</summary>
    public ImmutableArray<double> BayesCoefficients => [.. Relevance.Select(rho => rho / (Deviation * Deviation))];

    /// <summary>How often the best rule is right: <c>Phi(|rho| / (2 sigma))</c>.</summary>
    public double BayesAccuracy => Normal.CDF(0, 1, Math.Sqrt(Relevance.Sum(rho => rho * rho)) / (2 * Deviation));

    /// <summary>The best rule: class 1 where <c>sum_f rho_f (x_f - m_f) &gt; 0</c>, m_f half-way between the means.</summary>
    public FeatureRule BayesRule => features =>
    {
        var sum = 0.0;
        for (var f = 0; f < features.Length; f++) sum += Relevance[f] * (features[f] - (Relevance[f] - 1) / 2);
        return sum > 0;
    };

    /// <summary>A problem as the paper draws it: of 20 features 11, anywhere, get a rho that is uniform between 0 and 1.4.</summary>
    /// <param name="random">Every random choice.</param>
    public static IndependentGaussians Random(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var order = Enumerable.Range(0, PaperFeatures).ToArray();
        random.Shuffle(order);
        var relevance = new double[PaperFeatures];
        foreach (var f in order.Take(PaperRelevant)) relevance[f] = Largest * random.NextDouble();
        return new([.. relevance]);
    }

    /// <summary>Draws samples.</summary>
    /// <param name="count">At least 10.</param>
    /// <param name="random">Every random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 10.</exception>
    public FeatureSamples Draw(int count, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 10);
        ArgumentNullException.ThrowIfNull(random);
        var (features, labels) = (Relevance.Length, new long[count]);
        var (values, noise) = (new float[count * features], new double[features]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Next(2);
            Normal.Samples(random, noise, 0, Deviation);
            for (var f = 0; f < features; f++)
                values[i * features + f] = (float)(noise[f] + (Relevance[f] > 0 ? labels[i] * Relevance[f] - 0.5 : 0));
        }
        return new FeatureSamples(values, labels, TrainShare);
    }

    /// <inheritdoc/>
    public bool Equals(IndependentGaussians? other) => other is not null && Relevance.SequenceEqual(other.Relevance);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Relevance.Length, Relevance.Sum());

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Relevance.Length} independent Gaussian features, {Relevant.Length} of them relevant");
}
