using System.Text.Json.Serialization;

namespace Limpid.Spectral.Digits;

/// <summary>A network that tells two digits apart, and which pixels it uses.</summary>
public sealed record DigitReading
{
    /// <summary>Passes it was trained for.</summary>
    public required int Epochs { get; init; }

    /// <summary>Accuracy on the test images with all pixels.</summary>
    public required double Accuracy { get; init; }

    /// <summary>r of each pixel [784].</summary>
    public required double[] Relevance { get; init; }

    /// <summary>Accuracy on the test images with the n most relevant pixels, n = 1, 2, ...</summary>
    public required double[] Curve { get; init; }

    /// <summary>The same with pixels in random order.</summary>
    public required double[] ByLot { get; init; }

    /// <summary>The same with the pixels of largest variance in the training images.</summary>
    public required double[] ByVariance { get; init; }

    /// <summary>The same with the pixels that rank highest in the network before training.</summary>
    public required double[] Untrained { get; init; }

    /// <summary>r over its maximum.</summary>
    [JsonIgnore]
    public double[] Relative => [.. Whole.Relative];

    /// <summary>How many pixels lie in the first of twenty bins of r over its maximum: practically unused.</summary>
    [JsonIgnore]
    public int Unused => Relative.Count(r => r < 0.05);

    /// <summary>The pixels from the most to the least relevant; equal ones by index.</summary>
    [JsonIgnore]
    public int[] Ranking => [.. Whole.Ranking];

    /// <summary>The most relevant n pixels as a mask.</summary>
    /// <param name="n">How many.</param>
    public InputMask Top(int n) => Whole.Top(n);

    private InputRelevance Whole => new([[.. Relevance]]);
}
