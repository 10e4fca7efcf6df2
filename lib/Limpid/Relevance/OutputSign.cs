namespace Limpid.Relevance;

/// <summary>Which outputs of a layer a <see cref="Share"/> is for, by the layer's true output z = W x + b.</summary>
public enum OutputSign
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those with z larger than 0.</summary>
    Positive,

    /// <summary>Those with z smaller than 0.</summary>
    Negative,
}
