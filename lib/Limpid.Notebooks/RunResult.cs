namespace Limpid.Notebooks;

/// <summary>How a run of a notebook ended.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Seconds">From the call to the end.</param>
/// <param name="PeakMemoryBytes">The most memory its process held (0 if it never started).</param>
/// <param name="Message">One sentence for the user when the run did not succeed, otherwise null.</param>
/// <param name="Cells">The code cells in order.</param>
public sealed record RunResult(RunStatus Status, double Seconds, long PeakMemoryBytes, string? Message, IReadOnlyList<CellRun> Cells)
{
    /// <summary>Whether every cell ran, or failed where it must.</summary>
    public bool Succeeded => Status is RunStatus.Ok or RunStatus.FailedAsIntended;
}
