using System.Globalization;
using System.Text.Json.Serialization;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>What one trained network makes of new samples of <see cref="NestedClusters"/>.</summary>
public sealed record ClusterResult
{
    /// <summary>Name of the <see cref="ClusterVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Purity of the connected pairs.</summary>
    public required PairPurity Pairs { get; init; }

    /// <summary>Purity of the same neurons in each of the 14 other pairings: the null.</summary>
    public required double[] OtherPairings { get; init; }

    /// <summary>Purity of the connected pairs before training.</summary>
    public required double Untrained { get; init; }

    /// <summary>Whether pairs tell sub-clusters apart.</summary>
    public required SubClusterReading SubClusters { get; init; }

    /// <summary>The same with the sub-clusters' labels shuffled inside each large cluster.</summary>
    public required SubClusterReading Shuffled { get; init; }

    /// <summary>Mean squared error of the reconstruction, over samples and features.</summary>
    public required double Error { get; init; }

    /// <summary>Pairs whose two neurons are 0 for every new sample.</summary>
    public required int SilentPairs { get; init; }

    /// <summary>The first thousand new samples sorted by class: their activations over the largest of all in size.</summary>
    public required double[][] Activations { get; init; }

    /// <summary>The class of each row of <see cref="Activations"/>.</summary>
    public required int[] Classes { get; init; }

    /// <summary>Mean of <see cref="OtherPairings"/>.</summary>
    [JsonIgnore]
    public double OtherPurity => OtherPairings.Average();

    /// <summary>The highest purity of all 15 pairings: what a reader finds who may choose the pairs after looking.</summary>
    [JsonIgnore]
    public double BestPurity => Math.Max(Pairs.Purity, OtherPairings.Max());

    /// <summary>The names of the classes of the rows, for a chart.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> RowNames => [.. Classes.Select(c => NestedClusters.ClassNames[c])];

    /// <summary><see cref="Activations"/> as a map, samples down.</summary>
    [JsonIgnore]
    public double[,] Map
    {
        get
        {
            var map = new double[Activations.Length, Activations[0].Length];
            for (var i = 0; i < map.GetLength(0); i++)
                for (var j = 0; j < map.GetLength(1); j++) map[i, j] = Activations[i][j];
            return map;
        }
    }

    /// <summary>For example "GSR, seed 0: pair purity 1.000".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Variant}, seed {Seed}: pair purity {Pairs.Purity:F3}");
}
