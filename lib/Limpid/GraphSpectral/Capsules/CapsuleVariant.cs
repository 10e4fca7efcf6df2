namespace Limpid.GraphSpectral.Capsules;

/// <summary>One of the networks compared.</summary>
/// <param name="Name">As shown in charts and tables.</param>
/// <param name="Alpha">Weight of the penalty on the alignment graph; 0 for none.</param>
public sealed record CapsuleVariant(string Name, double Alpha)
{
    /// <summary>A name for files, from the name and the weight.</summary>
    internal string Key => FormattableString.Invariant($"{Name}-{Alpha}");

    /// <summary>The paper's two networks: none and GSR.</summary>
    /// <param name="alpha">Weight of the penalty; the paper does not state it.</param>
    public static IReadOnlyList<CapsuleVariant> Pair(double alpha) => [new("none", 0), new("GSR", alpha)];

    /// <summary>The penalty for the capsules [B, C D] of a layout, or null without one.</summary>
    /// <param name="layout">Its class capsules are the graph's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public GraphSpectralPenalty? Penalty(CapsuleLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return Alpha == 0 ? null : new GraphSpectralPenalty(Graphs.Graph.CapsuleAlignment(layout.Classes, layout.Entries), Alpha);
    }
}
