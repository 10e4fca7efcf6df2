using System.Globalization;
using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>Chooses the coefficient of a regulariser by cross-validation on the training images, as Table 3.1 does.</summary>
/// <remarks>
/// The images are dealt at random into folds; a network is trained on all folds but one and scored on that one. All candidates of a seed start from the same weights and
/// see the images in the same order. The paper says which coefficients it tried, not how many folds it had.
/// </remarks>
public sealed class CoefficientSearch
{
    private readonly ImageSet data;
    private readonly GridSettings settings;
    private readonly int folds;
    private readonly Experiment? replicates;

    /// <summary>A search.</summary>
    /// <param name="data">Training images, 28 x 28; used, not owned.</param>
    /// <param name="settings">How each network is trained.</param>
    /// <param name="folds">Number of folds, 2 to the number of images.</param>
    /// <param name="replicates">Keeps each finished network's score, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is out of range.</exception>
    public CoefficientSearch(ImageSet data, GridSettings settings, int folds, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        if (folds < 2 || folds > data.Count)
            throw new ArgumentOutOfRangeException(nameof(folds), folds, FormattableString.Invariant($"{folds} folds; expected 2 to {data.Count}, the number of images."));
        (this.data, this.settings, this.folds, this.replicates) = (data, settings, folds, replicates);
    }

    /// <summary>The coefficients that the paper tried: 1e-7 to 1e-2 by decades.</summary>
    public static IReadOnlyList<double> Decades { get; } = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2];

    /// <summary>Scores every candidate.</summary>
    /// <param name="candidates">Regularisers with their coefficients.</param>
    /// <param name="seed">For folds, weights, dropout and order; 1000 or higher, so that no reported network is chosen by itself.</param>
    /// <param name="foldsRun">How many of the folds are held out in turn, 1 to all; fewer save time and give a noisier score.</param>
    /// <param name="log">Gets a line when a network is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>One score per candidate, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public IReadOnlyList<CoefficientScore> Run(
        IReadOnlyList<Regulariser> candidates, Seed seed, int foldsRun, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfLessThan(seed, Seed.FirstChoosing, nameof(seed));
        ArgumentOutOfRangeException.ThrowIfLessThan(foldsRun, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(foldsRun, folds);
        var dealt = Deal(seed);
        var scores = new List<CoefficientScore>();
        foreach (var candidate in candidates)
        {
            var variant = new GridVariant(candidate.Name, candidate);
            double[] accuracies = [.. Enumerable.Range(0, foldsRun).Select(fold => Kept(variant, seed, fold, each => Score(variant, each, dealt, fold, cancel)))];
            scores.Add(new CoefficientScore(candidate.Name, candidate.Weight, accuracies));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{scores.Count} of {candidates.Count}: {candidate.Name} {candidate.Weight:G}, {scores[^1].Accuracy:P2} of the images held out"));
        }
        return scores;
    }

    /// <summary>The coefficient of a regulariser with the highest score; at a tie the smaller.</summary>
    /// <param name="scores">Scores, among them some of this regulariser.</param>
    /// <param name="regulariser">Its name.</param>
    /// <exception cref="ArgumentException">No score is of this regulariser.</exception>
    public static double Best(IReadOnlyList<CoefficientScore> scores, string regulariser)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return scores.Where(score => score.Regulariser == regulariser).OrderByDescending(score => score.Accuracy).ThenBy(score => score.Weight).FirstOrDefault()?.Weight
            ?? throw new ArgumentException($"There is no score of '{regulariser}'; expected one of {string.Join(", ", scores.Select(score => score.Regulariser).Distinct())}.", nameof(regulariser));
    }

    private double Kept(GridVariant variant, Seed seed, int fold, Func<Seed, double> score) =>
        replicates.Replicate(FormattableString.Invariant($"search-{variant.Key}-{fold}"), seed, score);

    private double Score(GridVariant variant, Seed seed, long[][] dealt, int fold, CancellationToken cancel)
    {
        using var scope = torch.NewDisposeScope();
        using var held = data.Select(dealt[fold]);
        using var seen = data.Select([.. dealt.Where((_, i) => i != fold).SelectMany(part => part).Order()]);
        using var network = GridExperiment.Untrained(variant, seed);
        GridExperiment.Train(network, variant, seen, settings, seed, null, cancel);
        using var reading = GridReading.Of(network, held);
        return reading.Accuracy;
    }

    private long[][] Deal(Seed seed)
    {
        var order = Enumerable.Range(0, data.Count).Select(i => (long)i).ToArray();
        seed.Random("folds").Shuffle(order);
        return [.. Enumerable.Range(0, folds).Select(fold => order.Where((_, place) => place % folds == fold).Order().ToArray())];
    }
}
