namespace Limpid.Notebooks;

/// <summary>How a notebook, or one of its cells, ended.</summary>
public enum RunStatus
{
    /// <summary>Ran to the end ("ran" of a cell).</summary>
    Ok,

    /// <summary>A cell did not compile or threw, should have failed and did not, or the result could not be saved.</summary>
    Failed,

    /// <summary>A cell tagged <c>raises-exception</c> failed as it must; all else ran. A success.</summary>
    FailedAsIntended,

    /// <summary>A time limit was reached.</summary>
    TimedOut,

    /// <summary>The process that ran it ended by itself: stack overflow, abort in native code, FailFast, out of memory.</summary>
    Died,

    /// <summary>Stopped from outside (Ctrl-C).</summary>
    Interrupted,

    /// <summary>Not begun.</summary>
    NotRun,
}
