namespace Limpid.Notebooks.Scripting;

/// <summary>A cell can't be run as written; the message is one sentence for the user.</summary>
internal sealed class CellException(string name, int line, string message) : Exception(message)
{
    public string Name { get; } = name;

    public int Line { get; } = line;
}
