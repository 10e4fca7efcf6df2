namespace Limpid.Data;

/// <summary>A data set and what is at hand of it; sizes are looked at, contents are not.</summary>
/// <param name="Set">The data set.</param>
/// <param name="State">What is at hand.</param>
/// <param name="Folder">Where its files lie, or where the cache would put them.</param>
/// <param name="BytesOnDisk">Bytes that its files take there.</param>
public sealed record DataSetStatus(DataSet Set, DataState State, string Folder, long BytesOnDisk)
{
    /// <summary>Files that lay at hand and were not the ones described; only <see cref="DataStore.GetAsync"/> reads them and so can tell.</summary>
    public IReadOnlyList<DataAttempt> Damaged { get; init; } = [];
}
