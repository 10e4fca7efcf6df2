namespace Limpid.Notebooks;

/// <summary>The words for <see cref="RunStatus"/> in files and tables.</summary>
public static class RunStatusNames
{
    /// <summary>The status of a notebook, as <c>artifacts/runs.json</c> holds it.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is no defined value.</exception>
    public static string OfNotebook(RunStatus status) => status switch
    {
        RunStatus.Ok => "ok",
        RunStatus.Failed => "failed",
        RunStatus.FailedAsIntended => "failed as intended",
        RunStatus.TimedOut => "timed out",
        RunStatus.Died => "died",
        RunStatus.Interrupted => "interrupted",
        RunStatus.NotRun => "not run",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "expected a defined status"),
    };

    /// <summary>The status of a cell, as its metadata holds it: "ran" instead of "ok".</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is no defined value.</exception>
    public static string OfCell(RunStatus status) => status == RunStatus.Ok ? "ran" : OfNotebook(status);
}
