using Limpid.Spectral.Training;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>What one trained network makes of its features.</summary>
public sealed record FeatureResult
{
    /// <summary>Name of the <see cref="FeatureVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>r of each feature.</summary>
    public required double[] Relevance { get; init; }

    /// <summary>r of each feature before training.</summary>
    public required double[] Untrained { get; init; }

    /// <summary>Epochs after which r was read on the way, from 0 (before training) to the last.</summary>
    public required int[] Epochs { get; init; }

    /// <summary>r of each feature after each of <see cref="Epochs"/>.</summary>
    public required double[][] Path { get; init; }

    /// <summary>Share of the test samples put into the right class.</summary>
    public required double TestAccuracy { get; init; }

    /// <summary>The same before training.</summary>
    public required double UntrainedAccuracy { get; init; }

    /// <summary>Loss and accuracy of each epoch.</summary>
    public required TrainingCurve Curve { get; init; }

    /// <summary>For example "spectral, seed 0: 99.60 % of the test samples right".</summary>
    public override string ToString() => FormattableString.Invariant($"{Variant}, seed {Seed}: {100 * TestAccuracy:F2} % of the test samples right");
}
