namespace Limpid.Margin.PrototypeSelection;

/// <summary>What a comparison of prototypes depends on beside samples and kernel.</summary>
public sealed record PrototypeSettings
{
    /// <summary>How many of USPS' 7 291 training images are chosen: the list of MMD-critic's authors.</summary>
    public static IReadOnlyList<int> UspsCounts { get; } = [110, 130, 185, 219, 286, 329, 410];

    /// <summary>Neighbours of each sample; the paper's number isn't known.</summary>
    public int K { get; init; } = 20;

    /// <summary>Hops of the filter.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>Random choices whose errors are averaged.</summary>
    public int RandomDraws { get; init; } = 20;

    /// <summary>The same fractions of another number of samples, at least one, each count once.</summary>
    /// <param name="samples">How many there are to choose from.</param>
    public static int[] Counts(int samples) => [.. UspsCounts.Select(count => Math.Max(1, (int)Math.Round(count * (double)samples / 7291))).Distinct()];
}
