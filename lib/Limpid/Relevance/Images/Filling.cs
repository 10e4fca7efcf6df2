using System.Text.Json.Serialization;
using Limpid.Evaluation;

namespace Limpid.Relevance.Images;

/// <summary>What stands in the place of flipped blocks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Filling>))]
public enum Filling
{
    /// <summary>The image's mean colour.</summary>
    Mean,

    /// <summary>The image blurred by a Gaussian of 4 pixels.</summary>
    Blur,

    /// <summary>Uniform noise in 0..1.</summary>
    Noise,
}

/// <summary>From a name to what it stands for.</summary>
internal static class Fillings
{
    private const double Sigma = 4;

    internal static Replacement Replacement(this Filling filling) => filling switch
    {
        Filling.Mean => Evaluation.Replacement.PerImageMean,
        Filling.Blur => Evaluation.Replacement.Blur(Sigma),
        _ => Evaluation.Replacement.UniformNoise(0, 1),
    };
}
