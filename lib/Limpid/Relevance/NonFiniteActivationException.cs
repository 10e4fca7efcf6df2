namespace Limpid.Relevance;

/// <summary>A layer's activations or relevances aren't finite numbers.</summary>
/// <param name="layer">The first such layer.</param>
/// <param name="what">What isn't finite there.</param>
public sealed class NonFiniteActivationException(string layer, string what)
    : ArithmeticException($"{what} of layer '{layer}' is not finite (NaN or infinity); expected finite numbers. Relevance isn't computed from them.")
{
    /// <summary>The layer's name.</summary>
    public string Layer { get; } = layer;
}
