using System.Collections.Immutable;
using Limpid.Mahalanobis.Sweeps;

namespace Limpid.Mahalanobis.Intensity;

/// <summary>The accuracies that the paper prints, per cent, means of 20 networks.</summary>
/// <remarks>Source: Oursland 2024, arXiv:2411.17932, its three tables.</remarks>
public static class IntensityTable
{
    private static readonly (double At, double Abs, double Relu)[] scale =
        [(.01, 94.76, 75.33), (.05, 99.86, 97.33), (.1, 99.98, 98.10), (.25, 99.98, 98.31), (.5, 99.99, 98.33), (1, 99.99, 98.33), (10, 99.99, 98.33)];

    private static readonly (double At, double Abs, double Relu)[] clip =
    [
        (.01, 52.90, 75.93), (.05, 60.13, 82.57), (.1, 71.05, 87.56), (.2, 88.55, 93.84), (.3, 96.11, 96.67), (.4, 98.70, 97.74), (.5, 99.60, 98.14), (.75, 99.98, 98.33),
        (1, 99.99, 98.33),
    ];

    private static readonly (double At, double Abs, double Relu)[] offset =
    [
        (-2, 11.04, 18.77), (-1, 12.60, 41.68), (-.75, 14.79, 55.16), (-.5, 21.78, 72.90), (-.25, 49.03, 90.24), (-.1, 86.25, 96.55), (-.05, 95.49, 97.78), (-.03, 97.86, 98.13),
        (-.02, 98.95, 98.24), (-.01, 99.82, 98.31), (0, 99.99, 98.33), (.01, 99.81, 98.26), (.02, 98.85, 98.14), (.03, 97.70, 97.99), (.05, 95.00, 97.62), (.1, 81.40, 96.31),
        (.25, 23.43, 81.60), (.5, 11.14, 32.54), (.75, 9.81, 13.94), (1, 9.78, 9.41),
    ];

    /// <summary>Where the paper prints values, ascending.</summary>
    /// <param name="kind">Scale, clip or offset.</param>
    /// <exception cref="ArgumentOutOfRangeException">The paper has no such table.</exception>
    public static ImmutableArray<double> Values(SweepKind kind) => [.. Rows(kind).Select(row => row.At)];

    /// <summary>What it prints there.</summary>
    /// <param name="kind">Scale, clip or offset.</param>
    /// <param name="absolute">Of the networks with the absolute value; with ReLU if false.</param>
    /// <exception cref="ArgumentOutOfRangeException">The paper has no such table.</exception>
    public static ImmutableArray<double> Accuracies(SweepKind kind, bool absolute) => [.. Rows(kind).Select(row => absolute ? row.Abs : row.Relu)];

    private static (double At, double Abs, double Relu)[] Rows(SweepKind kind) => kind switch
    {
        SweepKind.Scale => scale,
        SweepKind.Clip => clip,
        SweepKind.Offset => offset,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected scale, clip or offset."),
    };
}
