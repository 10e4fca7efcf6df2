namespace Limpid.Relevance.Networks;

/// <summary>A layer through which relevance can't be propagated, with what to do about it.</summary>
/// <param name="layer">The layer's name.</param>
/// <param name="message">What it is and the remedies.</param>
public sealed class UnsupportedLayerException(string layer, string message) : NotSupportedException(message)
{
    /// <summary>The layer's name.</summary>
    public string Layer { get; } = layer;
}
