namespace Limpid.Relevance;

/// <summary>How pruned relevance is put back.</summary>
public enum PruningKind
{
    /// <summary>Kept entries are rescaled, sign by sign (PLRP-lambda).</summary>
    Lambda,

    /// <summary>The rule is applied to the kept inputs only (PLRP-M).</summary>
    Matrix,
}
