using System.Diagnostics;
using System.Globalization;
using Limpid.Data.Dna;
using Limpid.Display;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.SpliceSites;

/// <summary>Trains networks on splice sites, seed by seed, and holds their explanations against the known signal.</summary>
/// <remarks>A seed gives the split into training and test, the first weights and the order; all methods see the same network and windows.</remarks>
/// <param name="task">The windows.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class SpliceExperiment(SpliceTask task, SpliceSettings settings, Experiment? replicates = null)
{
    /// <summary>The rules: z+ in convolutions, epsilon in dense layers.</summary>
    public static Composite Rules { get; } = Composite.EpsilonPlus();

    /// <summary>Trains and reads a network for each seed.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="trained">Called with each network just trained, for example to put it aside; not for one found finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<SpliceResult> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, Action<Sequential, SpliceResult>? trained = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<SpliceResult>();
        foreach (var seed in Progress.Track(seeds, $"networks, {task.Name}"))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates.Replicate(task.Name, seed, each => Run(each, trained, cancel)));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} of {seeds.Count}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>The test windows of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public LabelledSequences Test(Seed seed) => new SpliceNetworks(task, settings, seed).Test;

    /// <summary>The windows of a site that are explained: the first of its class that the network reads right.</summary>
    /// <param name="network">The network.</param>
    /// <param name="windows">Test windows.</param>
    /// <param name="site">The site.</param>
    public LabelledSequences Explained(nn.Module<Tensor, Tensor> network, LabelledSequences windows, KnownSite site)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(site);
        using var scope = NewDisposeScope();
        var read = SequenceTraining.Scores(network, windows.OneHot()).argmax(1).data<long>().ToArray();
        return windows.Select([.. Enumerable.Range(0, windows.Count).Where(i => windows.Labels[i] == site.Label && read[i] == site.Label).Take(settings.Explained)]);
    }

    /// <summary>Reads a trained network; the baselines of its seed are trained for it.</summary>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="seed">What it was trained from.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public SpliceResult Read(nn.Module<Tensor, Tensor> network, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        var networks = new SpliceNetworks(task, settings, seed);
        using Sequential untrained = networks.Start(), regression = networks.Regression(cancel), shuffled = networks.OnShuffledLabels(cancel);
        var reader = new SpliceReader(settings, networks.Train, seed, network, untrained, shuffled);
        LabelledSequences[] shown = [.. task.Sites.Select(site => Explained(network, networks.Test, site))];
        return new SpliceResult
        {
            Seed = seed,
            Task = task.Name,
            Sizes = [networks.Train.Count, networks.Validation.Count, networks.Test.Count],
            Accuracy = Accuracy(network, networks.Test),
            RegressionAccuracy = Accuracy(regression, networks.Test),
            Majority = networks.Test.Labels.GroupBy(label => label).Max(group => group.Count()) / (double)networks.Test.Count,
            Area = Area(network, networks.Test),
            RegressionArea = Area(regression, networks.Test),
            UntrainedArea = Area(untrained, networks.Test),
            Profiles = [.. task.Sites.Zip(shown, reader.Profile)],
            Maps = [.. task.Sites.Zip(shown, reader.Maps)],
            Untrained = [.. task.Sites.Zip(shown, reader.Untrained)],
            Flips = [.. task.Sites.Zip(shown, reader.Flips)],
            Explained = [.. shown.Select(windows => windows.Count)],
        };
    }

    /// <summary>Share of windows whose class a network reads right.</summary>
    /// <param name="network">The network.</param>
    /// <param name="windows">Windows.</param>
    public static double Accuracy(nn.Module<Tensor, Tensor> network, LabelledSequences windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        using var scope = NewDisposeScope();
        return SequenceTraining.Scores(network, windows.OneHot()).argmax(1).eq(windows.LabelTensor()).to(float64).mean().ToDouble();
    }

    private SpliceResult Run(Seed seed, Action<Sequential, SpliceResult>? trained, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var network = new SpliceNetworks(task, settings, seed).Network(cancel);
        var result = Read(network, seed, cancel);
        trained?.Invoke(network, result);
        return result;
    }

    private double Area(nn.Module<Tensor, Tensor> network, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        var areas = ScoreAreas.Of(SequenceTraining.Scores(network, windows.OneHot()).softmax(1), nn.functional.one_hot(windows.LabelTensor(), windows.ClassNames.Count));
        return task.Sites.Average(site => areas[site.Label]);
    }
}
