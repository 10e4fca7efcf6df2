using Limpid.Mahalanobis.Theorems;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>One Gaussian, points drawn from it and their distances: what layers are to learn.</summary>
public sealed class DistanceTask : IDisposable
{
    /// <summary>Points to test on.</summary>
    public const int TestPoints = 10_000;

    private static readonly double[] two = [1, 0.1223], ten = [1, 0.6786, 0.5141, 0.4451, 0.2589, 0.2097, 0.1374, 0.0917, 0.0161, 0.0069];

    private DistanceTask(Gaussian gaussian, Tensor points, Tensor test) =>
        (Gaussian, Points, Distances, Test, TestDistances) = (gaussian, points, gaussian.Distances(points), test, gaussian.Distances(test));

    /// <summary>The Gaussian.</summary>
    public Gaussian Gaussian { get; }

    /// <summary>Points to learn from [n, d], float64.</summary>
    public Tensor Points { get; }

    /// <summary>Their distances [n].</summary>
    public Tensor Distances { get; }

    /// <summary>Other points [<see cref="TestPoints"/>, d].</summary>
    public Tensor Test { get; }

    /// <summary>Their distances.</summary>
    public Tensor TestDistances { get; }

    /// <summary>Draws a task: mean uniform in -10 to 10, and for 2 and 10 dimensions the variances that the author prints along random axes, otherwise a covariance by his recipe (<see cref="RandomGaussians"/>).</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="seed">Of Gaussian and points.</param>
    /// <param name="points">n, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static DistanceTask Draw(int dimension, Seed seed, int points = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        using var scope = NewDisposeScope();
        var gaussian = RandomGaussians.Draw([dimension], 1, seed.Of("gaussian"))[0];
        if (dimension is 2 or 10)
        {
            var axes = RandomMatrices.Orthogonal(dimension, seed.Of("axes"));
            var covariance = axes.mul(tensor(dimension == 2 ? two : ten)).mm(axes.t());
            var mean = gaussian;
            gaussian = Gaussian.Of(mean.Mean, covariance.add(covariance.t()).div(2));
            mean.Dispose();
        }
        var task = new DistanceTask(gaussian, gaussian.Sample(points, seed.Of("points")), gaussian.Sample(TestPoints, seed.Of("test")));
        foreach (var kept in new[] { task.Points, task.Distances, task.Test, task.TestDistances }) kept.DetachFromDisposeScope();
        return task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Gaussian.Dispose();
        Points.Dispose();
        Distances.Dispose();
        Test.Dispose();
        TestDistances.Dispose();
    }
}
