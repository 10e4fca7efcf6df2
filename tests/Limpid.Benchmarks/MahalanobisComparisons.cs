namespace Limpid.Benchmarks;

/// <summary>Mahalanobis distances against the same formulas in NumPy and SciPy.</summary>
internal static class MahalanobisComparisons
{
    /// <summary>Number of points and of dimensions.</summary>
    public const int Points = 10_000, Dimensions = 512;

    public static readonly IReadOnlyList<Comparison> All =
    [
        Of("Mahalanobis: distances of 10 000 points in 512 dimensions from mean and covariance, by Cholesky", "distances", 1.0),
        Of("Mahalanobis: mean and covariance of the same, and their distances", "fit-distances", null),
    ];

    private static Comparison Of(string title, string workload, double? asked) =>
        new(title, GraphComparisons.At(workload, Points), GraphComparisons.At(workload, Points), true, 3, asked) { Peer = "NumPy, SciPy", Rounds = 15 };
}
