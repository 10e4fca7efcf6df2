using System.Collections.Immutable;

namespace Limpid.Spectral.Nodes;

/// <summary>Which hidden nodes of a network are kept.</summary>
/// <param name="Keep">For each layer, for each of its output nodes.</param>
public sealed record NodeMask(ImmutableArray<ImmutableArray<bool>> Keep)
{
    /// <summary>For each layer, for each of its output nodes.</summary>
    public ImmutableArray<ImmutableArray<bool>> Keep { get; } = Keep.IsDefaultOrEmpty || Keep.Any(layer => layer.IsDefaultOrEmpty)
        ? throw new ArgumentException("The mask has no layer, or one without nodes; expected at least one of each.", nameof(Keep))
        : Keep;

    /// <summary>Number of nodes.</summary>
    public int Count => Keep.Sum(layer => layer.Length);

    /// <summary>Number of nodes kept.</summary>
    public int Kept => Keep.Sum(layer => layer.Count(keep => keep));

    /// <summary>Nodes kept in each layer.</summary>
    public ImmutableArray<int> Widths => [.. Keep.Select(layer => layer.Count(keep => keep))];

    /// <summary>Takes the other nodes away until the result is disposed, see <see cref="PrunedNodes"/>.</summary>
    /// <param name="layers">The layers, as ranked.</param>
    /// <exception cref="ArgumentException">The layers have other widths than the mask, or input eigenvalues that differ.</exception>
    public PrunedNodes Apply(IReadOnlyList<SpectralLayer> layers) => new(layers, this);

    internal void Check(IReadOnlyList<SpectralLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (!layers.Select(layer => layer.Outputs).SequenceEqual(Keep.Select(layer => (long)layer.Length)))
            throw new ArgumentException($"The layers have {string.Join(", ", layers.Select(layer => layer.Outputs))} nodes; expected {string.Join(", ", Keep.Select(layer => layer.Length))} as the mask.", nameof(layers));
    }

    /// <inheritdoc/>
    public bool Equals(NodeMask? other) => other is not null && Keep.Length == other.Keep.Length && Keep.Zip(other.Keep).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Kept, Keep.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Kept} of {Count} nodes ({string.Join(" + ", Widths)})";
}
