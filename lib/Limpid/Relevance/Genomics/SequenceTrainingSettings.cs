namespace Limpid.Relevance.Genomics;

/// <summary>How a network on sequences is trained.</summary>
public sealed record SequenceTrainingSettings
{
    /// <summary>Most passes over the training sequences.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>Sequences in a step.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's learning rate.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Passes without a lower loss on the validation sequences after which training stops.</summary>
    public int Patience { get; init; } = 2;
}
