using System.Collections.Immutable;
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

    /// <summary>r of each feature after an epoch that is among <see cref="Epochs"/>.</summary>
    /// <param name="epoch">Epochs done.</param>
    /// <exception cref="ArgumentException">r was not read then.</exception>
    public double[] RelevanceAfter(int epoch) => Array.IndexOf(Epochs, epoch) is >= 0 and var at
        ? Path[at]
        : throw new ArgumentException($"Relevance was not read after {epoch} epochs; expected one of {string.Join(", ", Epochs)}.", nameof(epoch));

    /// <summary>The relevance over repetitions.</summary>
    /// <param name="results">At least one.</param>
    /// <param name="epoch">After which epoch; the last if null.</param>
    public static InputRelevance Over(IEnumerable<FeatureResult> results, int? epoch = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new([.. results.Select(result => (epoch is { } at ? result.RelevanceAfter(at) : result.Relevance).ToImmutableArray())]);
    }

    /// <summary>For example "spectral, seed 0: 99.60 % of the test samples right".</summary>
    public override string ToString() => FormattableString.Invariant($"{Variant}, seed {Seed}: {100 * TestAccuracy:F2} % of the test samples right");
}
