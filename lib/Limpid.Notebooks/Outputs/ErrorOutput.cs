namespace Limpid.Notebooks.Outputs;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The exception's type, or "CompilationError".</param>
/// <param name="Message">One sentence.</param>
/// <param name="Location">"cell N, line M" where it is known, otherwise "cell N".</param>
/// <param name="Trace">The lines a reader needs to find the place; the first is a summary.</param>
public sealed record ErrorOutput(string Name, string Message, string Location, IReadOnlyList<string> Trace) : CellOutput
{
    /// <summary>Place, type and message in one line.</summary>
    public string Summary => Name == "CompilationError" ? $"{Location}: {Message}" : $"{Location}: {Name}: {Message}";

    /// <summary>The message as notebooks keep it; an error of the compiler names its place, which its trace would say of an exception.</summary>
    internal string Value => Name == "CompilationError" ? $"{Location}: {Message}" : Message;
}
