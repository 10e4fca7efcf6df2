namespace Limpid.Notebooks;

/// <summary>Where a run is. Reported when a cell begins, when one ends, and when the notebook has ended.</summary>
/// <param name="NotebookPath">The notebook.</param>
/// <param name="Done">Code cells that have ended.</param>
/// <param name="Total">Code cells in all.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="Running">The number of the cell that is running, or null.</param>
/// <param name="Last">The cell that has just ended, or null.</param>
/// <param name="Status">How the notebook ended; null while it runs.</param>
public sealed record RunProgress(
    string NotebookPath, int Done, int Total, TimeSpan Elapsed, int? Running, CellRun? Last, RunStatus? Status);
