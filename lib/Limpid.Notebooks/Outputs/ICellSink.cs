namespace Limpid.Notebooks.Outputs;

/// <summary>
/// Where a session sends what its cells produce: the headless runner's pipe, a Jupyter front end, a test's list.
/// Calls never overlap, and come in the order in which the cell produced them.
/// </summary>
public interface ICellSink
{
    /// <summary>Takes one output of the cell that is running.</summary>
    /// <param name="output">What the cell produced.</param>
    void Write(CellOutput output);
}
