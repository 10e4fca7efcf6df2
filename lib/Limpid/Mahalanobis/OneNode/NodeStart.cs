namespace Limpid.Mahalanobis.OneNode;

/// <summary>Which point z a node's hyperplane goes through at the start: b = -w z.</summary>
public enum NodeStart
{
    /// <summary>Uniform in -8 to 8 along each axis.</summary>
    Box,

    /// <summary>A point of the data.</summary>
    Data,
}
