using System.Diagnostics;
using Limpid.Reproduction;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Comparison;

/// <summary>Trains the spectral network of a case and asks every method which inputs matter.</summary>
/// <param name="task">The case.</param>
/// <param name="methods">Methods that look at data and answers.</param>
/// <param name="ofNetwork">Methods made for the trained network, such as attributions; none if null.</param>
/// <param name="kept">Keeps finished seeds; null for nothing.</param>
public sealed class ComparisonExperiment(
    ComparisonCase task, IReadOnlyList<ImportanceMethod> methods, Func<SpectralNetwork, IReadOnlyList<ImportanceMethod>>? ofNetwork = null, Experiment? kept = null)
{
    /// <summary>The name of the paper's method among the readings.</summary>
    public const string Spectral = "spectral relevance";

    /// <summary>The name of the same reading before training, the control.</summary>
    public const string Untrained = "spectral, before training";

    private const int LassoSamples = 2_000;

    /// <summary>The seeds one after another.</summary>
    /// <param name="seeds">Each draws samples and first weights.</param>
    public IReadOnlyList<ComparisonResult> Run(IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. Limpid.Display.Progress.Track(seeds, $"{task.Name}, seeds").Select(seed => kept.Replicate(task.Name, seed, One))];
    }

    private ComparisonResult One(Seed seed)
    {
        using var scope = NewDisposeScope();
        var data = task.Draw(seed);
        var watch = Stopwatch.StartNew();
        var (network, before) = Train(task.Layout, data, seed, null);
        var seconds = watch.Elapsed.TotalSeconds;
        using var _ = network;
        var all = new ImportanceTask(ScoredModel.Of(network, task.Loss), data.Train, data.TrainTargets, data.Test, data.TestTargets);
        List<ImportanceScores> scores =
        [
            new(Spectral, InputRelevance.Of(network.First).Values), new(Untrained, before.Values),
            Norms("plain network, weight norms", data, seed, net => EigenPenalty.None.Of(net.First)),
            Norms("group lasso, weight norms", data, seed, GroupLasso.Penalty(task.Layout.Penalty)),
            .. methods.Concat(ofNetwork?.Invoke(network) ?? []).Select(method => method.Score(all, seed.Random(method.Name))),
        ];
        var binary = data.TrainTargets.to(float64).flatten() is var y && y.eq(0).logical_or(y.eq(1)).all().item<bool>();
        var part = Math.Min(LassoSamples, data.Train.size(0));
        double? lasso = binary ? LogisticLasso.Best(data.Train.narrow(0, 0, part), data.TrainTargets.narrow(0, 0, part), 10).Accuracy(data.Test, data.TestTargets) : null;
        return new ComparisonResult(seed, all.Model.Mean(data.Test, data.TestTargets), lasso, seconds, [.. scores.Select(each => Read(each, all, data.Truth))]);
    }

    private MethodReading Read(ImportanceScores scores, ImportanceTask all, double[]? truth)
    {
        bool[] relevant = [.. (truth ?? []).Select(value => value > 0)];
        double? Finite(double value) => double.IsFinite(value) ? value : null;
        return new MethodReading(scores.Method, [.. scores.Values], MaskedCurve.Of(scores, all, task.Counts).Area, scores.Seconds,
            truth is null ? null : Finite(scores.Spearman(truth)), relevant.Distinct().Count() == 2 ? scores.Auroc(relevant) : null);
    }

    private ImportanceScores Norms(string name, ComparisonData data, Seed seed, Func<SpectralNetwork, Tensor> penalty)
    {
        var watch = Stopwatch.StartNew();
        var (network, _) = Train(GroupLasso.Plain(task.Layout), data, seed, penalty);
        using var trained = network;
        return new ImportanceScores(name, InputRelevance.Of(trained.First).Values, watch.Elapsed.TotalSeconds);
    }

    private (SpectralNetwork Network, InputRelevance Before) Train(SpectralLayout layout, ComparisonData data, Seed seed, Func<SpectralNetwork, Tensor>? penalty)
    {
        manual_seed(seed.Of("weights"));
        var network = new SpectralNetwork(layout);
        var before = InputRelevance.Of(network.First);
        SpectralTraining.Train(network, data.Train, data.TrainTargets, task.Loss, task.Training, seed.Random("order"), penalty);
        return (network, before);
    }
}
