using Limpid.Relevance.Genomics;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Sizes of the planted-motif experiment.</summary>
public sealed record MotifSettings
{
    /// <summary>Training sequences.</summary>
    public int Train { get; init; } = 20_000;

    /// <summary>Validation sequences.</summary>
    public int Validation { get; init; } = 4_000;

    /// <summary>Test sequences.</summary>
    public int Test { get; init; } = 4_000;

    /// <summary>Test sequences that are explained: the first with a motif whose three labels are read right.</summary>
    public int Explained { get; init; } = 300;

    /// <summary>Of these, sequences that are flipped.</summary>
    public int Flipped { get; init; } = 60;

    /// <summary>Positions between two points of a flipping curve.</summary>
    public int FlipStep { get; init; } = 4;

    /// <summary>The shares p+ that are gone through.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [.05, .1, .15, .2, .25, .3, .4, .5, .6, .7];

    /// <summary>The share p+ at which methods are compared; one of <see cref="Shares"/>.</summary>
    public double Share { get; init; } = 0.25;

    /// <summary>The least share of the oracle's area that a network needs, for every label, before its explanations are scored.</summary>
    public double Gate { get; init; } = 0.97;

    /// <summary>How often a network that misses the gate on validation sequences is trained anew from other weights.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How networks are trained; rate and passes were chosen on seeds from 1000 up.</summary>
    public SequenceTrainingSettings Training { get; init; } = new() { Epochs = 10, LearningRate = 2e-3 };
}
