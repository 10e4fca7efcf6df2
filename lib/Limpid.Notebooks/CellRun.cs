namespace Limpid.Notebooks;

/// <summary>How one code cell ended.</summary>
/// <param name="Position">Its place among all cells of the executed notebook, from 1.</param>
/// <param name="Number">The N of "cell N": its number among the cells that were executed; null if it was not begun.</param>
/// <param name="Id">Its id, or null in notebooks older than nbformat 4.5.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Message">Why it failed, in one line, or null.</param>
public sealed record CellRun(int Position, int? Number, string? Id, RunStatus Status, double Seconds, string? Message);
