namespace Limpid.Graphs;

/// <summary>What becomes of an edge that only one of its ends has among its neighbours.</summary>
public enum Symmetrisation
{
    /// <summary>It counts in full: W = max(A, A').</summary>
    Max,

    /// <summary>It counts half: W = (A + A') / 2.</summary>
    Mean,
}
