namespace Limpid.Data;

/// <summary>The result of checking every byte of a data set at hand.</summary>
/// <param name="Set">The data set.</param>
/// <param name="State">What was at hand.</param>
/// <param name="Problems">One sentence per damaged file; empty if all is well or nothing is at hand.</param>
public sealed record DataSetCheck(DataSet Set, DataState State, IReadOnlyList<string> Problems)
{
    /// <summary>All files are at hand and as the manifest describes them.</summary>
    public bool Ok => State != DataState.Missing && Problems.Count == 0;
}
