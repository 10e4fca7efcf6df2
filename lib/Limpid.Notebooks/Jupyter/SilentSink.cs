using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Jupyter;

/// <summary>For code that a front end runs for itself: nobody is told what it produces.</summary>
internal sealed class SilentSink : ICellSink
{
    public void Write(CellOutput output) { }
}
