using Limpid.Relevance.Genomics;

namespace Limpid.Relevance.SpliceSites;

/// <summary>Sizes of the splice-site experiment.</summary>
public sealed record SpliceSettings
{
    /// <summary>Share of the windows (of the genes, where they are known) to train on.</summary>
    public double Train { get; init; } = 0.7;

    /// <summary>Share by which training stops; the rest is the test.</summary>
    public double Validation { get; init; } = 0.1;

    /// <summary>Windows of each site that are explained at most: the first whose class the network reads right.</summary>
    public int Explained { get; init; } = 300;

    /// <summary>Of these, windows that are flipped.</summary>
    public int Flipped { get; init; } = 60;

    /// <summary>The shares p+ that are gone through.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [.05, .1, .15, .2, .25, .3, .4, .5, .6, .7];

    /// <summary>The share p+ at which methods are compared; one of <see cref="Shares"/>.</summary>
    public double Share { get; init; } = 0.25;

    /// <summary>How the network is trained.</summary>
    public SequenceTrainingSettings Training { get; init; } = new() { Epochs = 30, BatchSize = 64, Patience = 4 };

    /// <summary>How the regression is trained.</summary>
    public SequenceTrainingSettings Regression { get; init; } = new() { Epochs = 60, BatchSize = 64, Patience = 6 };
}
