namespace Limpid.Benchmarks;

/// <summary>The graph part against scikit-learn and SciPy, and the sizes over which its growth is measured.</summary>
internal static class GraphComparisons
{
    /// <summary>Number of points of the comparisons.</summary>
    public const int Points = 16_000;

    public static readonly IReadOnlyList<int> Sizes = [2_000, 4_000, 8_000, 16_000];

    public static readonly IReadOnlyList<Comparison> All =
    [
        Of("10 nearest neighbours of 16 000 points in 128 dimensions, float64", "neighbours", 1, 0.8, "scikit-learn brute"),
        Of("weights, symmetrisation and Laplacian of those neighbours", "graph", 5, null, "SciPy"),
        Of("symmetric Laplacian of that graph", "laplacian", 10, 0.5, "SciPy"),
        Of("connected components of that graph", "components", 10, null, "SciPy"),
        Of("Chebyshev filter of order 30, 16 signals", "filter", 3, 0.4, "SciPy"),
        Of("ten smallest eigenpairs, residual <= 1e-6", "eigenpairs", 3, 1.0, "ARPACK on 2I - L"),
        Of("the same on a rolled sheet, small gaps", "sheet", 1, 1.0, "ARPACK on 2I - L"),
    ];

    /// <summary>What grows how with the number of points: time is asked to be proportional to n to this power.</summary>
    public static readonly IReadOnlyList<(string Workload, int Power)> Laws =
        [("neighbours", 2), ("graph", 1), ("laplacian", 1), ("components", 1), ("filter", 1), ("eigenpairs", 1)];

    /// <summary>The workload at a size.</summary>
    public static string At(string workload, int points) => FormattableString.Invariant($"{workload}:{points}");

    private static Comparison Of(string title, string workload, int count, double? asked, string peer) =>
        new(title, At(workload, Points), At(workload, Points), true, count, asked) { Peer = peer, Rounds = 15, Threads = [2] };
}
