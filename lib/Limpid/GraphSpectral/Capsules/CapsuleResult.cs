using System.Globalization;
using System.Text.Json.Serialization;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>Everything measured on one trained network; plain numbers, so that it can be stored and read back.</summary>
public sealed record CapsuleResult
{
    /// <summary>Name of the <see cref="CapsuleVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>Weight of the penalty it was trained with.</summary>
    public required double Alpha { get; init; }

    /// <summary>The seed it was trained from.</summary>
    public required long Seed { get; init; }

    /// <summary>Share of the first 1000 test images read right before training: the control of the accuracy.</summary>
    public required double UntrainedAccuracy { get; init; }

    /// <summary>Share of the test images read right.</summary>
    public required double TestAccuracy { get; init; }

    /// <summary>Squared error of a reconstructed test image, summed over pixels; the decoder sees the longest capsule.</summary>
    public required double ReconstructionError { get; init; }

    /// <summary>The same if each test image is drawn as the mean training image of its class: the control.</summary>
    public required double ClassMeanError { get; init; }

    /// <summary>Lengths and cosines of the test images' capsules.</summary>
    public required CapsuleLengths Lengths { get; init; }

    /// <summary>Ink slopes of digits and dimensions.</summary>
    public required InkSlopes Slopes { get; init; }

    /// <summary>Mean sign agreement of each permutation of dimensions within digits.</summary>
    public required double[] PermutedAgreement { get; init; }

    /// <summary>One-sided p-value of the sign agreement.</summary>
    public required double AgreementP { get; init; }

    /// <summary>Mean of the shared thickness over permutations.</summary>
    public required double PermutedThickness { get; init; }

    /// <summary>Ink that the best dimension moves in every digit.</summary>
    [JsonIgnore]
    public double Thickness => Slopes.Thickness;

    /// <summary>Mean sign agreement.</summary>
    [JsonIgnore]
    public double Agreement => Slopes.MeanAgreement;

    /// <summary>For example "GSR, seed 0: 98.10 % of test digits right, reconstruction error 25.1, signs agree 92 %".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Variant}, seed {Seed}: {100 * TestAccuracy:F2} % of test digits right, reconstruction error {ReconstructionError:F1}, signs agree {100 * Agreement:F0} %");
}
