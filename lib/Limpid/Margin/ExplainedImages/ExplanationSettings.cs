namespace Limpid.Margin.ExplainedImages;

/// <summary>What copies of an image are made, and how maps of them are measured. All numbers are ours: the paper's are not known to us.</summary>
public sealed record ExplanationSettings
{
    /// <summary>Super-pixels of the sparse explanation, about.</summary>
    public int Segments { get; init; } = 50;

    /// <summary>Random subsets of them, for MARGIN and for LIME.</summary>
    public int Subsets { get; init; } = 400;

    /// <summary>How probably a subset shows a super-pixel.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>Super-pixels of each scale of the dense explanation, about.</summary>
    public IReadOnlyList<int> Scales { get; init; } = [25, 50, 100, 200];

    /// <summary>SLIC's weight of place against colour.</summary>
    public double Compactness { get; init; } = 10;

    /// <summary>Neighbours of a copy.</summary>
    public int K { get; init; } = 20;

    /// <summary>Hops of the filter.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>Whether parts of the image are deleted and inserted, which takes two passes for each point of each map's curves.</summary>
    public bool Curves { get; init; } = true;

    /// <summary>Edge of a block that is deleted or inserted, in pixels.</summary>
    public int Block { get; init; } = 4;

    /// <summary>Blocks between two points of a curve.</summary>
    public int BlocksPerStep { get; init; } = 16;

    /// <summary>Copies that the model gets at once.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Of how many images, from the first, maps are kept to be looked at.</summary>
    public int Shown { get; init; } = 4;

    /// <summary>Edge of a kept map; larger maps are averaged over blocks. Divides the image's edges.</summary>
    public int ShownSide { get; init; } = 32;
}
