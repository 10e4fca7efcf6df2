using Limpid.Relevance.Genomics;

namespace Limpid.Relevance.SpliceSites;

/// <summary>One network of the splice-site experiment.</summary>
public sealed record SpliceResult
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Name of the <see cref="SpliceTask"/>.</summary>
    public required string Task { get; init; }

    /// <summary>Windows to train on, to stop by, to test with.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>Share of test windows whose class the network reads right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The same of the regression.</summary>
    public required double RegressionAccuracy { get; init; }

    /// <summary>Share of the most frequent class among the test windows.</summary>
    public required double Majority { get; init; }

    /// <summary>Area under the ROC curve of the network, mean over the sites' classes against all others.</summary>
    public required double Area { get; init; }

    /// <summary>The same of the regression.</summary>
    public required double RegressionArea { get; init; }

    /// <summary>The same of the network before training.</summary>
    public required double UntrainedArea { get; init; }

    /// <summary>The profile of each site.</summary>
    public required IReadOnlyList<SpliceProfile> Profiles { get; init; }

    /// <summary>For each site, the maps.</summary>
    public required IReadOnlyList<IReadOnlyList<MapReading>> Maps { get; init; }

    /// <summary>For each site, plain LRP and PLRP-lambda of the network before training.</summary>
    public required IReadOnlyList<IReadOnlyList<MapReading>> Untrained { get; init; }

    /// <summary>For each site, nucleotide flipping.</summary>
    public required IReadOnlyList<IReadOnlyList<FlipReading>> Flips { get; init; }

    /// <summary>Windows explained of each site.</summary>
    public required int[] Explained { get; init; }

    /// <summary>The mean over the sites of a number of their maps.</summary>
    /// <param name="value">The number of one site's readings.</param>
    public double Mean(Func<IReadOnlyList<MapReading>, double> value) => Maps.Average(value);

    /// <summary>The mean over the sites of a number of the flipping by a method's maps.</summary>
    /// <param name="kind">How maps are made sparse.</param>
    /// <param name="replacement">One of <see cref="FlipReading.Replacements"/>.</param>
    /// <param name="value">The number.</param>
    public double MeanFlip(MapKind kind, string replacement, Func<FlipReading, double> value) =>
        Flips.Average(site => value(site.First(flip => flip.Method.Kind == kind && flip.Replacement == replacement)));

    /// <summary>The mean over the sites of a number of the profiles.</summary>
    /// <param name="value">The number.</param>
    public double MeanProfile(Func<SpliceProfile, double> value) => Profiles.Average(value);

    /// <summary>For example "junctions, seed 0: accuracy 0.962 (regression 0.941)".</summary>
    public override string ToString() => FormattableString.Invariant($"{Task}, seed {Seed}: accuracy {Accuracy:F3} (regression {RegressionAccuracy:F3}), area {Area:F4} ({RegressionArea:F4})");
}
