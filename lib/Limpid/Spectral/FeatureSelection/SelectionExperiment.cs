using Limpid.Data.Tabular;
using Limpid.Reproduction;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.FeatureSelection;

/// <summary>Selects the inputs of a table of two classes, and tries the selection on samples that had no part in it.</summary>
/// <param name="table">A table of two classes.</param>
/// <param name="settings">How.</param>
/// <param name="kept">Keeps finished seeds; null for nothing.</param>
public sealed class SelectionExperiment(TabularSet table, SelectionSettings settings, Experiment? kept = null)
{
    /// <summary>The seeds one after another.</summary>
    /// <param name="seeds">Each draws its own training and test samples and first weights.</param>
    /// <exception cref="ArgumentException">The table doesn't have two classes, or a column is constant among the training samples.</exception>
    public IReadOnlyList<SelectionResult> Run(IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (table.Classes.Length != 2) throw new ArgumentException($"'{table.Name}' has {table.Classes.Length} classes; expected 2 (see OneAgainstRest).", nameof(seeds));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Repetitions, 2);
        return [.. Limpid.Display.Progress.Track(seeds, $"{table.Name}, seeds").Select(seed => kept.Replicate(table.Name, seed, One))];
    }

    private SelectionResult One(Seed seed)
    {
        using var scope = NewDisposeScope();
        var data = SelectionData.Of(table, settings.TestShare, seed);
        var all = Enumerable.Range(0, table.Columns.Length).ToArray();
        var runs = Enumerable.Range(0, settings.Repetitions).Select(repetition => Train(data, all, settings, seed.Of($"repetition {repetition}"))).ToArray();
        int[][] relevant = [.. runs.Select(run => InputSets.Above(run.Relevance, settings.Threshold))];
        var selected = InputSets.InAtLeast(relevant, settings.Repetitions - 1);
        double On(int[] inputs, string stream) => inputs.Length == 0 ? data.Constant() : Train(data, inputs, settings, seed.Of(stream)).Accuracy;
        var plain = Train(data, all, settings with { Eigenvalues = 0, Eigenvectors = 0 }, seed.Of("plain"));
        var untrained = Train(data, all, settings with { Epochs = 0, LeastSteps = 0 }, seed.Of("untrained"));
        var lasso = LogisticLasso.Best(data.Train, data.TrainTargets);
        return new SelectionResult(
            seed, [.. runs.Select(run => run.Relevance)], selected, runs.Average(run => run.Accuracy), On(selected, "kept"), On(InputSets.Random(selected.Length, all.Length, seed.Random("random inputs")), "random"),
            On([.. all.OrderByDescending(input => untrained.Relevance[input]).Take(selected.Length).Order()], "ranked by an untrained network"), lasso.Accuracy(data.Test, data.TestTargets), data.Majority(),
            InputSets.Above([.. lasso.Weights.Select(Math.Abs)], 0), InputSets.Above(plain.Relevance, settings.Threshold).Length,
            InputSets.Overlap(relevant), InputSets.RandomOverlap(relevant, all.Length, seed.Random("random sets")));
    }

    private static (double[] Relevance, double Accuracy) Train(SelectionData data, int[] inputs, SelectionSettings settings, Seed seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var columns = tensor(inputs.Select(input => (long)input).ToArray());
        var (train, test) = (data.Train.index_select(1, columns), data.Test.index_select(1, columns));
        using var network = new SpectralNetwork(settings.Layout(inputs.Length));
        SpectralTraining.Train(network, train, data.TrainTargets, SpectralLoss.Binary, settings.Training((int)train.size(0)), seed.Random("order"));
        return ([.. InputRelevance.Of(network.First).Values], SpectralTraining.Score(network, test, data.TestTargets, SpectralLoss.Binary));
    }
}
