namespace Limpid.Mahalanobis.OneNode;

/// <summary>What a node makes of its sum.</summary>
public enum NodeActivation
{
    /// <summary>The part above 0.</summary>
    Relu,

    /// <summary>The absolute value.</summary>
    Abs,
}
