using System.Collections.Immutable;

namespace Limpid.Spectral.Training;

/// <summary>
/// A network of spectral layers as in all the paper's experiments: the first layer carries the penalty and is followed, after its activation, by batch normalisation and dropout.
/// </summary>
/// <remarks>
/// Batch normalisation with Keras' settings, momentum .99 (libtorch counts the other way: .01) and epsilon 1e-3. A last layer with soft-max is a linear one here, whose outputs the
/// loss takes as logits. Source: the authors' notebooks (Lorenzochicchi/SpectralNNs_for_Input_Relevance).
/// </remarks>
/// <param name="Inputs">n_in, at least 1.</param>
/// <param name="Layers">Width and activation of each layer, at least one.</param>
public sealed record SpectralLayout(int Inputs, ImmutableArray<(int Width, LayerActivation Activation)> Layers)
{
    /// <summary>The penalty of the first layer.</summary>
    public EigenPenalty Penalty { get; init; } = EigenPenalty.None;

    /// <summary>What is trained in the layers; <see cref="SpectralSetup.Direct"/> makes a plain network of the same start.</summary>
    public SpectralSetup Setup { get; init; } = SpectralSetup.Relevance;

    /// <summary>What is trained in the last layer, a <see cref="SpectralLinear"/> then; null for a layer like the others.</summary>
    public SpectralSetup? LastSetup { get; init; }

    /// <summary>How the eigenvectors are made; a form other than <see cref="SpectralForm.Free"/> brings a set-up of its own.</summary>
    public SpectralForm Form { get; init; } = SpectralForm.Free;

    /// <summary>Whether batch normalisation follows the first layer.</summary>
    public bool Normalised { get; init; } = true;

    /// <summary>Share of the first layer's outputs that a training step drops, 0 or larger and below 1.</summary>
    public double Dropout { get; init; }

    /// <summary>Width of the last layer.</summary>
    public int Outputs => Layers[^1].Width;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Inputs, 1);
        if (Layers.IsDefaultOrEmpty) throw new ArgumentException("The layout has no layer; expected at least one.", nameof(Layers));
        foreach (var (width, _) in Layers) ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, nameof(Layers));
        if (!(Dropout >= 0 && Dropout < 1)) throw new ArgumentOutOfRangeException(nameof(Dropout), Dropout, FormattableString.Invariant($"The dropped share is {Dropout}; expected 0 or larger and below 1."));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Inputs}-{string.Join('-', Layers.Select(layer => FormattableString.Invariant($"{layer.Width} {layer.Activation}")))}, penalty on eigenvalues {Penalty.Eigenvalues}, on eigenvectors {Penalty.Eigenvectors}";

    /// <inheritdoc/>
    public bool Equals(SpectralLayout? other) => other is not null && Inputs == other.Inputs && Layers.SequenceEqual(other.Layers) && Penalty == other.Penalty
        && Setup == other.Setup && LastSetup == other.LastSetup && Form == other.Form && Normalised == other.Normalised && Dropout.Equals(other.Dropout);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inputs, Layers.Length, Penalty, Setup, Normalised, Dropout);
}
