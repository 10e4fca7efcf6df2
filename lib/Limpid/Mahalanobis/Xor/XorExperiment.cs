using System.Collections.Immutable;
using Limpid.Display;
using Limpid.Figures;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Layers;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Xor;

/// <summary>The author's experiment on the exclusive or: biases 0, Adam with a rate of 0.001 and decays .9 and .99, all four points in each step, cross entropy; all seeds at once.</summary>
public static class XorExperiment
{
    /// <summary>Epochs of the author.</summary>
    public const int Epochs = 5000;

    /// <summary>Trains a network per seed and shows how far it is.</summary>
    /// <param name="kind">Which network.</param>
    /// <param name="seeds">At least one; a network does not depend on which others there are.</param>
    /// <param name="epochs">0 or more.</param>
    /// <param name="cancel">Ends the training between two epochs.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is negative.</exception>
    public static XorRun Run(XorKind kind, IReadOnlyList<Seed> seeds, int epochs = Epochs, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        using var scope = NewDisposeScope();
        var (width, start) = (kind == XorKind.Abs ? 1 : 2, kind == XorKind.Sigmoid ? WeightStart.XavierNormal : WeightStart.KaimingNormal);
        using var hidden = BatchedLinear.Start(seeds, 2, width, start, stream: "hidden");
        using var scores = BatchedLinear.Start(seeds, width, 2, start, stream: "scores");
        using nn.Module<Tensor, Tensor> activation = kind switch { XorKind.Abs => new Abs(), XorKind.Relu => nn.ReLU(), _ => nn.Sigmoid() };
        using var networks = nn.Sequential(hidden, activation, scores);
        using var optimiser = optim.Adam(networks.parameters(), 0.001, 0.9, 0.99);
        var (points, labels) = (XorTask.Points(), XorTask.Labels());
        var before = Read(hidden, networks, points, labels);
        using var steps = Progress.Track(Enumerable.Range(0, epochs), $"XOR, {kind}", epochs).GetEnumerator();
        var curve = BatchedTraining.Train(networks, optimiser, points, labels, Losses, new(epochs) { Every = 50 }, _ => steps.MoveNext(), cancel);
        // Past its end, where the bar is complete.
        steps.MoveNext();
        return new(before, Read(hidden, networks, points, labels), curve);
    }

    private static Tensor Losses(Tensor outputs, Tensor labels) =>
        nn.functional.cross_entropy(outputs, labels.expand(outputs.size(0), labels.size(0)), reduction: nn.Reduction.None).mean([1L]);

    private static ImmutableArray<XorReading> Read(BatchedLinear hidden, nn.Module<Tensor, Tensor> networks, Tensor points, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var outputs = networks.call(points);
        var correct = outputs.argmax(1).eq(labels).sum(1).data<long>().ToArray();
        var losses = Limpid.Mahalanobis.Points.Numbers(Losses(outputs, labels));
        return [.. Enumerable.Range(0, hidden.Models).Select(model => new XorReading((int)correct[model], losses[model], [.. Nodes(hidden, model)]))];
    }

    private static IReadOnlyList<PlaneLine> Nodes(BatchedLinear hidden, int model)
    {
        using var layer = hidden.Layer(model);
        return Planes.PlaneNeurons.Of(layer);
    }
}
