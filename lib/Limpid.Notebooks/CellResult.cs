using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks;

/// <summary>What a session says of one execution.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Count">Its number, from 1: the N of "cell N".</param>
/// <param name="Elapsed">From the call to the end, compilation included.</param>
/// <param name="Error">The error, already sent to the sink, when <paramref name="Outcome"/> is <see cref="CellOutcome.Failed"/>.</param>
public sealed record CellResult(CellOutcome Outcome, int Count, TimeSpan Elapsed, ErrorOutput? Error);
