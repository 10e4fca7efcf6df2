using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>The toy data of the authors' code with one hidden coordinate.</summary>
/// <remarks>All are made from a <see cref="Random"/> in float64 and stored in float32; equal generators give equal data. Source: code of Tong et al., arXiv:1810.00424.</remarks>
public static class ToySets
{
    /// <summary>Points on a random straight line in space: x = y u + noise, |u| = 1, y uniform from 0 to the length.</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="random">Source of u, y and the noise.</param>
    /// <param name="features">D; the code has 50.</param>
    /// <param name="length">The code leaves it open; the blend of two toys takes 10.</param>
    /// <param name="noise">Standard deviation in each feature; the code has 1/2500.</param>
    public static ToyData Line(int count, Random random, int features = 50, double length = 10, double noise = 1.0 / 2500)
    {
        var direction = Normals(random, features, 1);
        var norm = Math.Sqrt(direction.Sum(value => value * value));
        return Make("line", count, random, 0, length, features, (y, row) =>
        {
            for (var i = 0; i < features; i++) row[i] = y * direction[i] / norm + Normal.Sample(random, 0, noise);
        });
    }

    /// <summary>The coordinate itself as the first of D features; the others are N(0, 1) and know nothing of it.</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="random">Source of y and the noise.</param>
    /// <param name="features">D; the code has 50, 49 of them noise.</param>
    public static ToyData HiddenLine(int count, Random random, int features = 50) => Make("hidden line", count, random, 0, 10, features, (y, row) =>
    {
        row[0] = y;
        for (var i = 1; i < features; i++) row[i] = Normal.Sample(random, 0, 1);
    });

    /// <summary>Ten bumps that y runs through: feature i is the density of N(i, 1) at y, i = 0 to 9, all ten twice, each with noise N(0, 0.1).</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="random">Source of y and the noise.</param>
    public static ToyData Humps(int count, Random random) => Make("humps", count, random, 0, 10, 20, (y, row) =>
    {
        for (var i = 0; i < 20; i++) row[i] = Math.Exp(-(y - i % 10) * (y - i % 10) / 2) / Math.Sqrt(2 * Math.PI) + Normal.Sample(random, 0, 0.1);
    });

    /// <summary>Views of the turning pot, y the angle in degrees: <see cref="TurningPot"/>.</summary>
    /// <param name="views">n, at least 1; the code has 400.</param>
    public static ToyData Views(int views = 400)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(views, 1);
        var angles = Enumerable.Range(0, views).Select(i => 360.0 * i / views).ToArray();
        var pixels = angles.SelectMany(angle => TurningPot.View(angle)).ToArray();
        return new ToyData("turning pot", tensor(pixels, [views, pixels.Length / views]), angles, 0, 360, Periodic: true);
    }

    /// <summary>
    /// The hub without sub-clusters: 15 features in three modules of five, N(0, 1) with correlation 0.6 inside a module; class y of 0, 1, 2 adds 10 to module y.
    /// </summary>
    /// <remarks>The coordinate is the class; samples are in the order of their class.</remarks>
    /// <param name="count">n, at least 1.</param>
    /// <param name="random">Source of classes and noise.</param>
    public static ToyData Hub(int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var classes = Enumerable.Range(0, count).Select(_ => random.Next(3)).Order().ToArray();
        var values = new float[count * 15];
        for (var b = 0; b < count; b++)
            for (var module = 0; module < 3; module++)
            {
                // A common part of variance 0.6 and an own part of 0.4 correlate by 0.6.
                var common = Normal.Sample(random, classes[b] == module ? 10 : 0, Math.Sqrt(0.6));
                for (var i = 0; i < 5; i++) values[b * 15 + module * 5 + i] = (float)(common + Normal.Sample(random, 0, Math.Sqrt(0.4)));
            }
        return new ToyData("hub", tensor(values, [count, 15]), [.. classes.Select(c => (double)c)], 0, 3, Clustered: true);
    }

    private static ToyData Make(string name, int count, Random random, double from, double to, int features, Action<double, double[]> fill)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        var coordinates = Enumerable.Range(0, count).Select(_ => from + (to - from) * random.NextDouble()).Order().ToArray();
        var (values, row) = (new float[count * features], new double[features]);
        for (var b = 0; b < count; b++)
        {
            fill(coordinates[b], row);
            for (var i = 0; i < features; i++) values[b * features + i] = (float)row[i];
        }
        return new ToyData(name, tensor(values, [count, features]), coordinates, from, to);
    }

    private static double[] Normals(Random random, int count, double deviation)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var values = new double[count];
        Normal.Samples(random, values, 0, deviation);
        return values;
    }
}
