using System.Collections.Immutable;
using Limpid.Reproduction;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Spectra;

/// <summary>Trains the network of the stellar spectra on some data and reads which inputs it uses.</summary>
/// <param name="name">Of the data, for checkpoints and progress.</param>
/// <param name="draw">The samples of a seed.</param>
/// <param name="settings">How.</param>
/// <param name="counts">Numbers of inputs for the masked errors, ascending.</param>
/// <param name="kept">Keeps finished seeds; null for nothing.</param>
public sealed class SpectrumExperiment(string name, Func<Seed, SpectrumData> draw, SpectrumSettings settings, IReadOnlyList<int> counts, Experiment? kept = null)
{
    /// <summary>The seeds one after another.</summary>
    /// <param name="seeds">Each draws samples and first weights.</param>
    public IReadOnlyList<SpectrumResult> Run(IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. Limpid.Display.Progress.Track(seeds, $"{name}, seeds").Select(seed => kept.Replicate(name, seed, One))];
    }

    private SpectrumResult One(Seed seed)
    {
        using var scope = NewDisposeScope();
        var data = draw(seed);
        manual_seed(seed.Of("weights"));
        using var network = new SpectralNetwork(settings.Layout((int)data.Train.size(1)));
        network.eval();
        double Error(Tensor x, Tensor y) => SpectralTraining.Score(network, x, y, SpectralLoss.AbsoluteError);
        var (before, untrained) = (InputRelevance.Of(network.First), Error(data.Test, data.TestTargets));
        var curve = SpectralTraining.Train(network, data.Train, data.TrainTargets, SpectralLoss.AbsoluteError, settings.Training((int)data.Train.size(0)), seed.Random("order"));
        var after = InputRelevance.Of(network.First);
        var task = new ImportanceTask(ScoredModel.Of(network, SpectralLoss.AbsoluteError), data.Train, data.TrainTargets, data.Test, data.TestTargets);
        double[] Masked(ImmutableArray<double> scores) => [.. MaskedCurve.Of(new ImportanceScores(name, scores), task, counts).Scores.Select(score => -score)];
        var random = seed.Random("random inputs");
        double[] lots = [.. after.Values.Select(_ => random.NextDouble())];
        return new SpectrumResult(
            seed, [.. after.Values], [.. before.Values], curve.Score[^1], Error(data.Test, data.TestTargets), untrained, data.TestTargets.sub(data.TrainTargets.median()).abs().mean().ToDouble(),
            Masked(after.Values), Masked(before.Values), Masked([.. lots]), curve.Loss);
    }
}
