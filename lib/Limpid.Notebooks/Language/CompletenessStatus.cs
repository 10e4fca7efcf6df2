namespace Limpid.Notebooks.Language;

/// <summary>Whether a text can be run, with Jupyter's words.</summary>
public enum CompletenessStatus
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More must follow.</summary>
    Incomplete,

    /// <summary>Nothing that follows makes it correct.</summary>
    Invalid,
}
