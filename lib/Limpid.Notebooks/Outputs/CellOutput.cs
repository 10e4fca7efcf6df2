namespace Limpid.Notebooks.Outputs;

/// <summary>Something a running cell produced: text, a display, a result or an error.</summary>
public abstract record CellOutput
{
    private protected CellOutput() { }
}
