namespace Limpid.Margin.Choices;

/// <summary>The names of the filters that are compared.</summary>
public static class ChoiceFilters
{
    /// <summary>V1, f - A_rw^k f.</summary>
    public const string RandomWalk = "random walk";

    /// <summary>V2, f - A_sym^k f.</summary>
    public const string Symmetric = "symmetric";

    /// <summary>V3, without the 50 smoothest eigenvectors.</summary>
    public const string Ideal = "ideal spectral";

    /// <summary>V4, as transcribed.</summary>
    public const string Legacy = "legacy";

    /// <summary>A_rw^k f, the low-pass side of V1.</summary>
    public const string Smoothed = "low-pass";

    /// <summary>The three that are high-pass filters by their definition.</summary>
    public static IReadOnlyList<string> HighPass { get; } = [RandomWalk, Symmetric, Ideal];
}
