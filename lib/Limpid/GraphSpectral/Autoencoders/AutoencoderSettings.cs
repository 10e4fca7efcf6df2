namespace Limpid.GraphSpectral.Autoencoders;

/// <summary>How an <see cref="Autoencoder"/> is trained: mean squared error by Adam; the defaults are those of the authors' learned-graph code.</summary>
public sealed record AutoencoderSettings
{
    /// <summary>Training steps, 0 or more.</summary>
    public int Steps { get; init; } = 10_000;

    /// <summary>Samples in a step, at least 1.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Adam's learning rate, above 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Adam's epsilon, above 0: Keras has 1e-7, libtorch 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>How a step gets its samples.</summary>
    public Sampling Sampling { get; init; } = Sampling.WithReplacement;

    /// <summary>Refuses what can't be.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        PositiveNumber.Checked(LearningRate);
        PositiveNumber.Checked(Epsilon);
        if (!Enum.IsDefined(Sampling))
            throw new ArgumentOutOfRangeException(nameof(Sampling), Sampling, "Expected WithReplacement or Shuffled.");
    }
}
