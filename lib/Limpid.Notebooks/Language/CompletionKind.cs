namespace Limpid.Notebooks.Language;

/// <summary>What a completion stands for. The lower-case names are those that Jupyter's clients draw icons for.</summary>
public enum CompletionKind
{
    /// <summary>A local variable, a parameter, or a variable of a cell.</summary>
    Variable,

    /// <summary>A method or a function.</summary>
    Method,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A field.</summary>
    Field,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A class, record or delegate.</summary>
    Class,

    /// <summary>A structure.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A value of an enumeration, or a constant.</summary>
    Constant,

    /// <summary>A namespace.</summary>
    Module,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>The name of an argument, with its colon.</summary>
    Argument,

    /// <summary>A line that starts with <c>#</c>.</summary>
    Directive,

    /// <summary>A file or a folder.</summary>
    Path,
}
