namespace Limpid.Relevance;

/// <summary>What becomes of the relevance that belongs to a layer's bias.</summary>
public enum BiasPolicy
{
    /// <summary>The bias stands in the denominator and keeps its part: relevance is absorbed, and the ledger says how much.</summary>
    Absorb,

    /// <summary>The bias is left out of the denominator: the inputs share everything.</summary>
    Ignore,
}
