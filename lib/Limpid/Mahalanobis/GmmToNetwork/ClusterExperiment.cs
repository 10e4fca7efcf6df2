using System.Collections.Immutable;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>Classifiers that start from a mixture against ones that start at random.</summary>
public static class ClusterExperiment
{
    /// <summary>The names of the starts, in the order of <see cref="ClusterResult.Curves"/>.</summary>
    public static ImmutableArray<string> Starts { get; } = ["squares, from the mixture", "squares, random", "|s|, rows of the mixture", "|s|, random"];

    /// <summary>Runs one task.</summary>
    /// <param name="settings">The task and the training.</param>
    /// <param name="seed">Of all draws.</param>
    /// <param name="cancel">Ends the work between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static ClusterResult Run(ClusterSettings settings, Seed seed, CancellationToken cancel = default)
    {
        using var scope = NewDisposeScope();
        using var task = ClusterTask.Draw(settings, seed);
        using var mixture = Fit(task.X, settings, seed, cancel);
        using var exact = ClusterNetwork.OfMixture(mixture, task.ClassesOf(mixture));
        using var scrambled = Fit(Scramble(task.X, seed), settings, seed, cancel);
        using var control = ClusterNetwork.OfMixture(scrambled, task.ClassesOf(scrambled));
        ClusterNetwork Random(bool squares, Linear? rows = null) => ClusterNetwork.Random(settings.Dimension, settings.Classes * settings.Dimension, settings.Classes, squares, seed.Of("network"), rows);
        using ClusterNetwork plain = Random(true), rows = Random(false, exact.First), absolute = Random(false), fooled = Random(true);
        var (before, wrong) = (Offset(plain.First, task.Truth), Shuffle(task.Labels, seed));
        ImmutableArray<double> Train(ClusterNetwork network, Tensor? labels = null) => ClusterTraining.Run(network, task, settings, labels, cancel);
        var untrained = task.Accuracy(control);
        Train(fooled, wrong);
        return new(task.BayesAccuracy(), [Train(exact), Train(plain), Train(rows), Train(absolute)], untrained, mixture.Curve, [before, Offset(plain.First, task.Truth), Offset(fooled.First, task.Truth)]);
    }

    /// <summary>Fits a mixture of as many components as there are classes, without the classes.</summary>
    /// <param name="points">[n, d].</param>
    /// <param name="settings">How.</param>
    /// <param name="seed">Of the starts.</param>
    /// <param name="cancel">Ends the work between two steps.</param>
    public static GaussianMixture Fit(Tensor points, ClusterSettings settings, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return GaussianMixture.Fit(points, settings.Classes, seed.Of("mixture"), new() { Restarts = settings.Restarts, Limit = settings.Limit, Tolerance = 1e-6, Regularisation = 0 }, cancel);
    }

    private static double Offset(Linear layer, GaussianMixture mixture) => MixtureReading.Of(layer, mixture).Average(node => Math.Abs(node.ZOffset));

    // Every coordinate keeps its values; what goes with what is lost.
    private static Tensor Scramble(Tensor points, Seed seed) =>
        stack([.. Enumerable.Range(0, (int)points.size(1)).Select(column => points.select(1, column).index_select(0, Order(points.size(0), seed.Of(FormattableString.Invariant($"coordinate {column}")))))], 1);

    private static Tensor Shuffle(Tensor labels, Seed seed) => labels.index_select(0, Order(labels.size(0), seed.Of("labels")));

    private static Tensor Order(long count, Seed seed)
    {
        var order = Enumerable.Range(0, (int)count).Select(i => (long)i).ToArray();
        seed.Random("order").Shuffle(order);
        return tensor(order);
    }
}
