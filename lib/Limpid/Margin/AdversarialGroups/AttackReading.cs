using System.Text.Json.Serialization;

namespace Limpid.Margin.AdversarialGroups;

/// <summary>One attack on the images of one class.</summary>
public sealed record AttackReading
{
    /// <summary>The attack's name.</summary>
    public required string Attack { get; init; }

    /// <summary>The share of images that are no longer read as their class.</summary>
    public required double Success { get; init; }

    /// <summary>The share of images with noise of the same norm that are no longer read as their class.</summary>
    public required double NoiseSuccess { get; init; }

    /// <summary>The mean Euclidean norm of the changes.</summary>
    public required double Norm { get; init; }

    /// <summary>The mean of the largest change of a pixel.</summary>
    public required double Largest { get; init; }

    /// <summary>Where inputs are compared by their pixels.</summary>
    public required SpaceReading Pixels { get; init; }

    /// <summary>Where inputs are compared by the network's last hidden layer.</summary>
    public required SpaceReading Latent { get; init; }

    /// <summary>Where attacked inputs are few.</summary>
    public required RareReading Rare { get; init; }

    /// <summary>The area of the kernel-density detector on the last hidden layer, attacked against clean.</summary>
    public required double DensityAttacked { get; init; }

    /// <summary>The same, noisy against clean.</summary>
    public required double DensityNoisy { get; init; }

    /// <summary>Both spaces by name.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, SpaceReading Space)> Spaces => [("pixels", Pixels), ("latent", Latent)];
}
