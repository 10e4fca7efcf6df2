using System.Globalization;
using System.Text.Json.Serialization;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>Everything measured on one trained network; plain numbers, so that it can be stored and read back.</summary>
public sealed record GridResult
{
    /// <summary>Name of the <see cref="GridVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>The seed it was trained from.</summary>
    public required long Seed { get; init; }

    /// <summary>Share read right of the first 1000 test images before training: the control of the accuracies.</summary>
    public required double UntrainedAccuracy { get; init; }

    /// <summary>Share read right of the training images read.</summary>
    public required double TrainAccuracy { get; init; }

    /// <summary>Share read right of the test images.</summary>
    public required double TestAccuracy { get; init; }

    /// <summary>Mean Rayleigh quotient z'Lz / z'z over test images, with its permutation null.</summary>
    public required OrderMeasure Rayleigh { get; init; }

    /// <summary>Mean Moran's I of the ten class-mean maps, with its permutation null.</summary>
    public required OrderMeasure Moran { get; init; }

    /// <summary>Number of connected regions of all digits, with its permutation null.</summary>
    public required OrderMeasure Segments { get; init; }

    /// <summary>Class-mean maps [10][64].</summary>
    public required double[][] ClassMeans { get; init; }

    /// <summary>The class that owns each of the 64 neurons.</summary>
    public required int[] Owners { get; init; }

    /// <summary>Connected regions of each class.</summary>
    public required int[] SegmentsPerClass { get; init; }

    /// <summary>Digits without any neuron of their own.</summary>
    public required int[] DigitsWithoutRegion { get; init; }

    /// <summary>Nines and their share in the region of 7.</summary>
    public required RegionShare NineAsSeven { get; init; }

    /// <summary>Examples of 9 (misread as 7 if any is) and of 3.</summary>
    public required GridExample[] Examples { get; init; }

    /// <summary>The class-mean maps as 8 x 8 pictures, digit 0 first.</summary>
    [JsonIgnore]
    public IReadOnlyList<double[,]> MeanMaps => [.. ClassMeans.Select(map => GridMap.Of(map))];

    /// <summary>The owners as an 8 x 8 picture.</summary>
    [JsonIgnore]
    public int[,] OwnerMap => GridMap.Of(Owners);

    /// <summary>For example "GSR, seed 0: 98.1 % of test digits right".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Variant}, seed {Seed}: {100 * TestAccuracy:F1} % of test digits right");
}
