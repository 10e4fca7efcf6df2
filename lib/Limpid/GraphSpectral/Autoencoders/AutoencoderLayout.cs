using System.Text.Json.Serialization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.GraphSpectral.Autoencoders;

/// <summary>The layers of an <see cref="Autoencoder"/>; the defaults are those of the authors' learned-graph code.</summary>
/// <param name="Inputs">D, numbers in a sample, at least 1.</param>
/// <param name="Embedding">N, neurons of the embedding, at least 1.</param>
public sealed record AutoencoderLayout(int Inputs, int Embedding)
{
    /// <summary>Widths of the layers before the embedding, from the input on; the decoder has them in reverse. May be empty.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128, 128];

    /// <summary>Slope of the leaky ReLU below 0; neither embedding nor output has one.</summary>
    public double Slope { get; init; } = 0.2;

    /// <summary>Whether the embedding is max(0, .) of its linear layer.</summary>
    public bool RectifiedEmbedding { get; init; }

    /// <summary>
    /// Makes a module at the end of the encoder, for example an <see cref="AtomChoice"/>, anew for each network; it takes the place of the rectifier. Null for none.
    /// </summary>
    [JsonIgnore]
    public Func<Module<Tensor, Tensor>>? Choice { get; init; }

    /// <summary>Deviation of the noise between embedding and decoder in training, 0 for none.</summary>
    public double NoiseDeviation { get; init; } = 0.5;

    /// <summary>Refuses what can't be.</summary>
    internal void Check()
    {
        AtLeastOne(Inputs, nameof(Inputs));
        AtLeastOne(Embedding, nameof(Embedding));
        ArgumentNullException.ThrowIfNull(Hidden);
        foreach (var width in Hidden) AtLeastOne(width, nameof(Hidden));
        if (!double.IsFinite(Slope))
            throw new ArgumentOutOfRangeException(nameof(Slope), Slope, FormattableString.Invariant($"The slope is {Slope}; expected a finite number."));
    }

    private static void AtLeastOne(int value, string name)
    {
        if (value < 1)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {value}; expected 1 or more."));
    }
}
