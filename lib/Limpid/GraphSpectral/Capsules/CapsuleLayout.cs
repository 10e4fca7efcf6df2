namespace Limpid.GraphSpectral.Capsules;

/// <summary>The sizes of a <see cref="CapsNet"/>.</summary>
/// <param name="Channels">Channels of the first convolution.</param>
/// <param name="PrimaryTypes">Types of primary capsules; each has one capsule at every place of its map.</param>
/// <param name="Decoder">Widths of the decoder's hidden layers.</param>
public sealed record CapsuleLayout(int Channels, int PrimaryTypes, IReadOnlyList<int> Decoder)
{
    /// <summary>The network of Sabour et al. 2017: 256 channels, 32 types of primary capsules, decoder 512-1024-784; 8.2 million weights.</summary>
    public static CapsuleLayout Standard { get; } = new(256, 32, [512, 1024]);

    /// <summary>An eighth of the width, with a decoder 128-192-784: 466 608 weights, small enough to be kept with the library.</summary>
    public static CapsuleLayout Small { get; } = new(32, 4, [128, 192]);

    /// <summary>Height and width of the images.</summary>
    public int Side { get; init; } = 28;

    /// <summary>Height and width of both convolutions' kernels.</summary>
    public int Kernel { get; init; } = 9;

    /// <summary>Entries of a primary capsule.</summary>
    public int PrimaryEntries { get; init; } = 8;

    /// <summary>Class capsules.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>Entries of a class capsule.</summary>
    public int Entries { get; init; } = 16;

    /// <summary>Routing iterations.</summary>
    public int Routing { get; init; } = 3;

    /// <summary>Height and width of the maps of primary capsules: the first convolution has stride 1, the second stride 2, neither pads.</summary>
    public int PrimarySide => (Side - (2 * Kernel) + 1) / 2 + 1;

    /// <summary>Number of primary capsules.</summary>
    public int PrimaryCapsules => PrimaryTypes * PrimarySide * PrimarySide;
}
