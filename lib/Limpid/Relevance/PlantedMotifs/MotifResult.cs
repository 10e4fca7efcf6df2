using System.Text.Json.Serialization;
using Limpid.Relevance.Genomics;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>One network of the planted-motif experiment: how well it reads new sequences, and what its explanations show.</summary>
public sealed record MotifResult
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Name of the <see cref="PlantedTask"/>.</summary>
    public required string Task { get; init; }

    /// <summary>Area under the ROC curve of the likelihood ratio for each label (both, first, second).</summary>
    public required double[] OracleAreas { get; init; }

    /// <summary>The same of the network.</summary>
    public required double[] Areas { get; init; }

    /// <summary>The same of the network before training.</summary>
    public required double[] UntrainedAreas { get; init; }

    /// <summary>Share of test sequences with all three labels right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>How many sequences were explained.</summary>
    public required int Explained { get; init; }

    /// <summary>Mean share of the positions that lie in the mask: the mass accuracy of a map that knows nothing.</summary>
    public required double MaskShare { get; init; }

    /// <summary>The maps of the trained network.</summary>
    public required IReadOnlyList<MapReading> Maps { get; init; }

    /// <summary>Plain LRP and PLRP-lambda of the network before training, on the same sequences.</summary>
    public required IReadOnlyList<MapReading> Untrained { get; init; }

    /// <summary>Hidden layers.</summary>
    public required IReadOnlyList<HiddenReading> Hidden { get; init; }

    /// <summary>Nucleotide flipping.</summary>
    public required IReadOnlyList<FlipReading> Flips { get; init; }

    /// <summary>The least of the network's areas over the oracle's.</summary>
    [JsonIgnore]
    public double OracleShare => Areas.Zip(OracleAreas, (own, oracle) => own / oracle).Min();

    /// <summary>The same of the network before training.</summary>
    [JsonIgnore]
    public double UntrainedShare => UntrainedAreas.Zip(OracleAreas, (own, oracle) => own / oracle).Min();

    /// <summary>The flipping by a method's maps.</summary>
    /// <param name="kind">How maps are made sparse.</param>
    /// <param name="replacement">One of <see cref="FlipReading.Replacements"/>.</param>
    /// <exception cref="InvalidOperationException">It was not read.</exception>
    public FlipReading Flip(MapKind kind, string replacement) => Flips.First(flip => flip.Method.Kind == kind && flip.Replacement == replacement);

    /// <summary>For example "extended, seed 0: areas 0.995 0.994 0.993 (oracle 0.995 0.995 0.995)".</summary>
    public override string ToString()
    {
        static string Text(double[] areas) => string.Join(" ", areas.Select(area => FormattableString.Invariant($"{area:F3}")));
        return FormattableString.Invariant($"{Task}, seed {Seed}: areas {Text(Areas)} (oracle {Text(OracleAreas)})");
    }
}
