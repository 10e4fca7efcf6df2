using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>Points of a known mixture, each component a class: the best possible accuracy is that of the mixture itself.</summary>
/// <param name="Truth">The mixture, of equal weights.</param>
/// <param name="X">Points to train on [n, d], float64.</param>
/// <param name="Labels">Their classes [n], int64.</param>
/// <param name="TestX">Points to test on.</param>
/// <param name="TestLabels">Their classes.</param>
public sealed record ClusterTask(GaussianMixture Truth, Tensor X, Tensor Labels, Tensor TestX, Tensor TestLabels) : IDisposable
{
    /// <summary>Draws a task: centres normal around the origin, covariances by the recipe of the author's code with a ridge of 0.05, so that no cluster is too flat for a fit.</summary>
    /// <param name="settings">Sizes and spread.</param>
    /// <param name="seed">Of all draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static ClusterTask Draw(ClusterSettings settings, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var truth = GaussianMixture.Of([.. Enumerable.Repeat(1.0, settings.Classes)], [.. Enumerable.Range(0, settings.Classes).Select(k => Cluster(settings, seed.Of(FormattableString.Invariant($"cluster {k}"))))]);
        var (x, labels) = truth.Sample(settings.Train, seed.Of("train"));
        var (testX, testLabels) = truth.Sample(settings.Test, seed.Of("test"));
        return new(truth, x, labels, testX, testLabels);
    }

    /// <summary>The part of the test points that the true mixture's likeliest component puts right: no classifier does better but by luck.</summary>
    public double BayesAccuracy()
    {
        using var scope = NewDisposeScope();
        return Share(Truth.LogJoint(TestX));
    }

    /// <summary>The part of the test points that a network puts right.</summary>
    /// <param name="network">From points [n, d] to scores [n, K].</param>
    public double Accuracy(nn.Module<Tensor, Tensor> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return Share(network.call(TestX));
    }

    /// <summary>Which component stands for which class: the assignment, each used once, under which most training points are right.</summary>
    /// <param name="mixture">As many components as classes, fitted to the points without their classes.</param>
    /// <returns>The class of each component.</returns>
    /// <exception cref="ArgumentException">The numbers of components and classes differ.</exception>
    public int[] ClassesOf(GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        var count = Truth.Components.Length;
        if (mixture.Components.Length != count) throw new ArgumentException($"The mixture has {mixture.Components.Length} components; expected {count}, one for each class.", nameof(mixture));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (component, label) = (mixture.LogJoint(X).argmax(1).data<long>().ToArray(), Labels.data<long>().ToArray());
        var cost = new double[count, count];
        for (var i = 0; i < label.Length; i++) cost[component[i], label[i]]--;
        return Matching.HungarianAssignment.Of(cost);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Truth.Dispose();
        foreach (var one in new[] { X, Labels, TestX, TestLabels }) one.Dispose();
    }

    private double Share(Tensor scores) => scores.argmax(1).eq(TestLabels).to(float64).mean().item<double>();

    private static Gaussian Cluster(ClusterSettings settings, Seed seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed.Of("centre").Value);
        return Gaussian.Of(empty([settings.Dimension], dtype: float64).normal_(0, settings.Spread, generator), RandomMatrices.Covariance(settings.Dimension, seed.Of("covariance"), 0.05));
    }
}
