namespace Limpid.Notebooks;

/// <summary>How one execution in a session ended.</summary>
public enum CellOutcome
{
    /// <summary>It ran to its end.</summary>
    Ran,

    /// <summary>It did not compile, or threw.</summary>
    Failed,

    /// <summary>It was asked to stop, and did.</summary>
    Interrupted,
}
