using System.Collections.Immutable;
using Limpid.Display;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>The author's main experiment: does a layer, told nothing but distances, learn to whiten? All trials at once, in float32.</summary>
public static class DistanceExperiment
{
    /// <summary>Trains a layer per seed and shows how far it is.</summary>
    /// <param name="task">What is learned.</param>
    /// <param name="kind">Which network.</param>
    /// <param name="seeds">At least one; a layer does not depend on which others there are.</param>
    /// <param name="options">How long, and what is added.</param>
    /// <param name="cancel">Ends the training between two epochs.</param>
    /// <exception cref="ArgumentException">There is no seed, or restarts are asked of another kind than absolute values, whose outputs no rotation leaves alike.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static DistanceRun Run(DistanceTask task, DistanceKind kind, IReadOnlyList<Seed> seeds, DistanceOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (options.RestartEvery > 0 && kind != DistanceKind.Abs) throw new ArgumentException($"Restarts are asked of {kind}; expected {DistanceKind.Abs}.", nameof(options));
        using var scope = NewDisposeScope();
        using var networks = DistanceNetworks.Start(kind, task.Points, seeds);
        var (points, distances) = (task.Points.to(float32), task.Distances.to(float32));
        var before = Read(networks, task, kind);
        var (epochs, losses) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<ImmutableArray<double>>());
        var (restarts, step) = (new int[seeds.Count], 0);
        using var bar = Progress.Start($"{kind}, {task.Gaussian.Dimension} dimensions", options.Epochs);
        for (var done = 0; ;)
        {
            var part = options.RestartEvery == 0 ? options.Epochs : Math.Min(options.RestartEvery, options.Epochs - done);
            using var optimiser = optim.Adam(networks.parameters(), 0.001, 0.9, 0.99);
            var curve = BatchedTraining.Train(networks, optimiser, points, distances, Losses, new(part) { Every = options.Every }, _ =>
            {
                bar.Advance();
                step++;
            }, cancel);
            var last = done + part == options.Epochs;
            epochs.AddRange(curve.Epochs.SkipLast(1).Select(epoch => done + epoch));
            losses.AddRange(curve.Losses.SkipLast(1));
            done += part;
            if (last) break;
            var drawn = DirectionRestarts.Apply(networks.Layer, task.Points, options.Restart, seeds, done);
            for (var model = 0; model < drawn.Length; model++) restarts[model] += drawn[model];
        }
        epochs.Add(options.Epochs);
        var after = Read(networks, task, kind);
        losses.Add([.. after.Select(layer => layer.Loss)]);
        return new(before, after, epochs.ToImmutable(), losses.ToImmutable(), [.. restarts]);

        Tensor Losses(Tensor outputs, Tensor targets)
        {
            var errors = Errors(outputs, targets);
            return options.Orthogonality == 0 || step < options.OrthogonalityAfter ? errors : errors.add(networks.Skew().mul(options.Orthogonality));
        }
    }

    private static Tensor Errors(Tensor outputs, Tensor targets) => outputs.sub(targets).square().mean([1L]);

    private static ImmutableArray<LearnedDistance> Read(DistanceNetworks networks, DistanceTask task, DistanceKind kind)
    {
        using var scope = NewDisposeScope();
        double[] On(Tensor points, Tensor distances) => BatchedTraining.Losses(networks, points.to(float32), distances.to(float32), Errors);
        var (losses, newLosses) = (On(task.Points, task.Distances), On(task.Test, task.TestDistances));
        return [.. Enumerable.Range(0, networks.Layer.Models).Select(model => One(networks.Layer, model, task.Gaussian, kind, losses[model], newLosses[model]))];
    }

    private static LearnedDistance One(BatchedLinear layers, int model, Gaussian gaussian, DistanceKind kind, double loss, double newLoss)
    {
        using var scope = NewDisposeScope();
        using var layer = layers.Layer(model);
        var reading = GaussianReading.Of(layer, gaussian, options: new() { LostDirection = DirectionRestarts.LostBelow });
        return new(
            [.. Points.Rows(layer.weight!).Select(row => row.ToImmutableArray())], [.. Points.Numbers(layer.bias!)], loss, newLoss, reading.CentringDistance,
            reading.Sphericity.Error, reading.SphericityOfFirsts.Error, reading.Sphericity.Rank, reading.Pairs.Length,
            kind == DistanceKind.Abs ? reading.Precision.Error : reading.Precision.PairError, reading.Invariants.SquaredNorms / reading.Invariants.PrecisionTrace,
            kind == DistanceKind.Abs ? WhitenedCosine(layer, gaussian) : double.NaN);
    }

    private static double WhitenedCosine(TorchSharp.Modules.Linear layer, Gaussian gaussian) => Matching.AxisMatching.Whitened(layer, gaussian).Min(match => match.Cosine);
}
