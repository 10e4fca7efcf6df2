using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Trains a <see cref="MotifNetwork"/> until it reads its task well enough to be explained.</summary>
internal static class MotifTraining
{
    /// <summary>A network with the first weights of a seed.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="attempt">Other weights of the same seed, from 0.</param>
    internal static Sequential Start(PlantedTask task, Seed seed, int attempt = 0)
    {
        manual_seed(seed.Of(attempt == 0 ? "weights" : FormattableString.Invariant($"weights {attempt}")));
        var network = MotifNetwork.New(task.Test.Length);
        network.eval();
        return network;
    }

    /// <summary>Trains; what it is accepted by are validation sequences, never those of the test.</summary>
    /// <exception cref="InvalidOperationException">No attempt reached the gate.</exception>
    internal static Sequential Train(PlantedTask task, PlantedSequences train, PlantedSequences validation, MotifSettings settings, Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var (learnt, held) = ((train.OneHot(), train.Labels()), (validation.OneHot(), validation.Labels()));
        var oracle = LikelihoodOracle.Areas(validation);
        var shares = new List<double>();
        for (var attempt = 0; attempt < settings.Attempts; attempt++)
        {
            var network = Start(task, seed, attempt);
            SequenceTraining.Train(network, learnt, held, (scores, labels) => nn.functional.binary_cross_entropy_with_logits(scores, labels), settings.Training,
                seed.Random(FormattableString.Invariant($"order {attempt}")), cancel);
            shares.Add(ScoreAreas.Of(SequenceTraining.Scores(network, held.Item1), held.Item2).Zip(oracle, (own, best) => own / best).Min());
            if (shares[^1] >= settings.Gate)
                return network;
            network.Dispose();
        }
        throw new InvalidOperationException(FormattableString.Invariant(
            $"{task.Name}, seed {seed}: {settings.Attempts} networks reached {string.Join(", ", shares.Select(share => share.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)))} of the oracle's area; expected {settings.Gate} before an explanation is scored."));
    }
}
