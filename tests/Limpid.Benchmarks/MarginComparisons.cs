namespace Limpid.Benchmarks;

/// <summary>MARGIN against the same formulas in NumPy, SciPy and scikit-learn.</summary>
internal static class MarginComparisons
{
    /// <summary>Number of points: as many as USPS has.</summary>
    public const int Points = 7291;

    /// <summary>Of the kernel on the points of the graph comparisons, whose squared distances are about 300.</summary>
    public const double Gamma = 0.01;

    public static readonly IReadOnlyList<Comparison> All =
    [
        Of("MARGIN: 20 neighbours, MMD signal and influence of 7 291 points in 128 dimensions", "influence"),
        Of("MMD-critic: 200 prototypes and 50 criticisms of the same", "critic"),
    ];

    private static Comparison Of(string title, string workload) =>
        new(title, GraphComparisons.At(workload, Points), GraphComparisons.At(workload, Points), true, 1, 0.7) { Peer = "NumPy, scikit-learn", Rounds = 15, Threads = [2] };
}
