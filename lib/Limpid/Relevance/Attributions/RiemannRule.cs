namespace Limpid.Relevance.Attributions;

/// <summary>Where on each of the n steps from baseline to input the gradient is taken; k = 1..n.</summary>
public enum RiemannRule
{
    /// <summary>At its end, alpha_k = k / n. With one step the gradient at the input itself.</summary>
    Right,

    /// <summary>At its middle, alpha_k = (k - 1/2) / n. The closest for smooth functions.</summary>
    Middle,

    /// <summary>At its start, alpha_k = (k - 1) / n.</summary>
    Left,
}
