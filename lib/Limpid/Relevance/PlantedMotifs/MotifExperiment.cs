using System.Diagnostics;
using System.Globalization;
using Limpid.Display;
using Limpid.Evaluation;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using MathNet.Numerics.Statistics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Trains networks on planted motifs, seed by seed, and holds their explanations against the places where the motifs were written.</summary>
/// <remarks>A seed draws its own sequences and first weights, so seeds are independent repetitions of the whole experiment; all methods see the same network and sequences.</remarks>
/// <param name="task">What sequences are made of.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class MotifExperiment(PlantedTask task, MotifSettings settings, Experiment? replicates = null)
{
    /// <summary>The rules: z+ in convolutions, epsilon in dense layers.</summary>
    public static Composite Rules { get; } = Composite.EpsilonPlus();

    /// <summary>The layers whose relevance is pruned, from the output down: each is the input of a layer with weights.</summary>
    public static IReadOnlyList<string> HiddenLayers { get; } = ["relu4", "flatten", "pool2", "pool1"];

    /// <summary>Trains and reads a network for each seed.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="trained">Called with each network just trained, for example to put it aside; not for one found finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<MotifResult> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, Action<Sequential, MotifResult>? trained = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<MotifResult>();
        foreach (var seed in Progress.Track(seeds, $"networks, {task.Name}"))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates.Replicate(task.Name, seed, each => Run(each, trained, cancel)));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} of {seeds.Count}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>The test sequences of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public PlantedSequences Test(Seed seed) => PlantedSequences.Draw(task.Test, settings.Test, seed.Random("test"));

    /// <summary>The test sequences that are explained: the first that hold a motif and whose three labels the network reads right.</summary>
    /// <param name="network">The network.</param>
    /// <param name="test">Test sequences.</param>
    public PlantedSequences Explained(nn.Module<Tensor, Tensor> network, PlantedSequences test)
    {
        ArgumentNullException.ThrowIfNull(test);
        using var scope = NewDisposeScope();
        var right = Right(SequenceTraining.Scores(network, test.OneHot()), test);
        return test.Select([.. Enumerable.Range(0, test.Count).Where(i => right[i] && test.Strata[i] != Stratum.None).Take(settings.Explained)]);
    }

    /// <summary>Reads a trained network.</summary>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="seed">What it was trained from: its test sequences, first weights and random cuts follow from it.</param>
    public MotifResult Read(nn.Module<Tensor, Tensor> network, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var untrained = MotifTraining.Start(task, seed);
        var test = Test(seed);
        var (inputs, labels) = (test.OneHot(), test.Labels());
        var scores = SequenceTraining.Scores(network, inputs);
        var shown = Explained(network, test);
        var (letters, targets, mask) = (shown.OneHot(), shown.Targets(), shown.Mask());
        using var explainer = new SequenceExplainer(network, letters, targets, Rules, seed);
        using var before = new SequenceExplainer(untrained, letters, targets, Rules, seed);
        return new MotifResult
        {
            Seed = seed,
            Task = task.Name,
            OracleAreas = LikelihoodOracle.Areas(test),
            Areas = ScoreAreas.Of(scores, labels),
            UntrainedAreas = ScoreAreas.Of(SequenceTraining.Scores(untrained, inputs), labels),
            Accuracy = Right(scores, test).Average(right => right ? 1.0 : 0),
            Explained = shown.Count,
            MaskShare = mask.to(float64).mean().ToDouble(),
            Maps = MapReading.Of(explainer, MapMethod.All(settings.Shares), mask),
            Untrained = MapReading.Of(before, [MapMethod.Plain, new MapMethod(MapKind.Lambda, settings.Share)], mask),
            Hidden = ReadHidden(network, untrained, letters, targets),
            Flips = Flip(network, shown.Select([.. Enumerable.Range(0, Math.Min(settings.Flipped, shown.Count))]), seed),
        };
    }

    private MotifResult Run(Seed seed, Action<Sequential, MotifResult>? trained, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var (train, validation, _) = task.Draw(settings.Train, settings.Validation, 1, seed);
        using var network = MotifTraining.Train(task, train, validation, settings, seed, cancel);
        var result = Read(network, seed);
        trained?.Invoke(network, result);
        return result;
    }

    private IReadOnlyList<FlipReading> Flip(nn.Module<Tensor, Tensor> network, PlantedSequences shown, Seed seed)
    {
        using var scope = NewDisposeScope();
        var targets = shown.Targets();
        using var explainer = new SequenceExplainer(network, shown.OneHot(), targets, Rules, seed);
        (MapMethod, Tensor)[] maps = [.. FlipReading.Methods(settings.Share).Select(method => (method, explainer.Map(method)))];
        return [.. FlipReading.Replacements.SelectMany(replacement => FlipReading.Of(network, shown.Sequences, targets, maps, replacement, settings.FlipStep, seed))];
    }

    private IReadOnlyList<HiddenReading> ReadHidden(nn.Module<Tensor, Tensor> network, nn.Module<Tensor, Tensor> untrained, Tensor inputs, Tensor targets)
    {
        var pruned = Rules.Pruned(Pruning.Lambda(settings.Share));
        var (plain, lambda, before) = (Ginis(network, Rules), Ginis(network, pruned), Ginis(untrained, pruned));
        return [.. HiddenLayers.Select((layer, i) => new HiddenReading(layer, plain[i], lambda[i], before[i]))];

        double[] Ginis(nn.Module<Tensor, Tensor> of, Composite rules)
        {
            using var scope = NewDisposeScope();
            using var result = new RelevancePropagation(of, rules).Explain(inputs, targets, new RelevanceOptions { Layers = true });
            return [.. HiddenLayers.Select(layer => Complexity.Gini(result.Layers[layer].flatten(1)).data<double>().Where(double.IsFinite).Median())];
        }
    }

    private static bool[] Right(Tensor scores, PlantedSequences test)
    {
        using var scope = NewDisposeScope();
        return [.. scores.gt(0).eq(test.Labels().gt(0.5)).all(1).data<bool>()];
    }
}
