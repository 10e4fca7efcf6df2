using System.Text.Json.Serialization;
using Limpid.Spectral.Training;

namespace Limpid.Spectral.Digits;

/// <summary>One repetition of the experiment with two digits.</summary>
public sealed record DigitResult
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Loss and accuracy after each epoch of the spectral network.</summary>
    public required TrainingCurve Training { get; init; }

    /// <summary>The spectral network after the short run.</summary>
    public required DigitReading Spectral { get; init; }

    /// <summary>A plain network of the same start, trained as long: its pixels ranked by the norms of the first layer's weights.</summary>
    public required DigitReading Plain { get; init; }

    /// <summary>The spectral network before training: r of each pixel.</summary>
    public required double[] UntrainedRelevance { get; init; }

    /// <summary>The spectral network after the long run, or null.</summary>
    public DigitReading? Long { get; init; }

    /// <summary>How many pixels of the network before training lie in the first of twenty bins.</summary>
    [JsonIgnore]
    public int UntrainedUnused => UntrainedRelevance.Count(r => r < 0.05 * UntrainedRelevance.Max());

    /// <summary>Training loss with the penalty after an epoch.</summary>
    /// <param name="epoch">From 1.</param>
    public double Loss(int epoch) => Training.Loss[epoch - 1];

    /// <summary>For example "seed 0: 500 epochs, loss 0.036, test accuracy 0.999, 395 of 784 pixels unused".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"seed {Seed}: {Training.Loss.Length} epochs, loss {Training.Loss[^1]:F4}, test accuracy {(Long ?? Spectral).Accuracy:F4}, {(Long ?? Spectral).Unused} of {Spectral.Relevance.Length} pixels unused");
}
