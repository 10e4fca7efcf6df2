using System.Collections.Immutable;
using Limpid.Mahalanobis.Sweeps;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>The test accuracies that the sources print for the six networks, three columns, and the t tests that belong to one of them.</summary>
/// <remarks>Source: Oursland 2025, arXiv:2502.02103, its tables, notes and discussion; means and standard deviations of 20 networks, per cent.</remarks>
public static class OutputTable
{
    /// <summary>Networks of each mean.</summary>
    public const int Runs = 20;

    private static readonly ImmutableDictionary<string, (double Mean, double Deviation)>[] columns =
    [
        Column((95.64, .19), (95.26, .19), (47.20, 12.00), (94.93, .15), (95.35, .17), (90.08, 2.56)),
        Column((95.69, .17), (95.23, .16), (39.94, 18.84), (94.92, .18), (95.38, .17), (90.53, 2.36)),
        Column((96.62, .17), (95.87, .22), (56.31, 19.31), (96.46, .17), (95.95, .17), (92.25, 2.07)),
    ];

    /// <summary>What each column is said to be.</summary>
    public static ImmutableArray<string> Columns { get; } = ["5000 epochs, no bias (notes)", "5000 epochs, with bias (paper)", "50 000 epochs (paper, its first table)"];

    /// <summary>The published t tests: two networks and t.</summary>
    public static ImmutableArray<(string First, string Second, double T)> Tests { get; } = [("ReLU", "ReLU2", 17.33), ("ReLU", "ReLU2-Neg", 12.78), ("Abs", "Abs2-Neg", 8.81), ("Abs2", "Abs", 1.50)];

    /// <summary>Published as the t of ReLU against Abs.</summary>
    public const double ReluAbs = 1.14;

    /// <summary>A printed mean and standard deviation.</summary>
    /// <param name="column">0 to 2.</param>
    /// <param name="network">The author's name of one of the six.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column or network.</exception>
    public static (double Mean, double Deviation) Of(int column, string network)
    {
        if (column < 0 || column >= columns.Length) throw new ArgumentOutOfRangeException(nameof(column), column, $"There is no column {column}; expected 0 to {columns.Length - 1}.");
        return columns[column].TryGetValue(network, out var printed) ? printed : throw new ArgumentOutOfRangeException(nameof(network), network, "expected one of the six networks.");
    }

    /// <summary>t of two networks from a column's means and standard deviations.</summary>
    /// <param name="column">0 to 2.</param>
    /// <param name="first">The network with the larger mean.</param>
    /// <param name="second">The other.</param>
    public static TTest Test(int column, string first, string second) => StudentT.Independent(Of(column, first), Of(column, second), Runs);

    /// <summary>How far the t tests of a column are from the published ones: the largest deviation of a quotient from 1.</summary>
    /// <param name="column">0 to 2.</param>
    public static double Deviation(int column) => Tests.Max(test => Math.Abs(Test(column, test.First, test.Second).T / test.T - 1));

    private static ImmutableDictionary<string, (double, double)> Column(
        (double, double) relu, (double, double) abs, (double, double) relu2, (double, double) relu2Neg, (double, double) abs2, (double, double) abs2Neg) =>
        new Dictionary<string, (double, double)> { ["ReLU"] = relu, ["Abs"] = abs, ["ReLU2"] = relu2, ["ReLU2-Neg"] = relu2Neg, ["Abs2"] = abs2, ["Abs2-Neg"] = abs2Neg }.ToImmutableDictionary();
}
