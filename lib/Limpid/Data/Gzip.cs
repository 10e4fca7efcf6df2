using System.IO.Compression;

namespace Limpid.Data;

/// <summary>Compression told by the name's ending.</summary>
internal static class Gzip
{
    /// <summary>The decoded stream if <paramref name="name"/> ends with <c>.gz</c>, else the stream itself.</summary>
    public static Stream Undo(Stream stream, string name) =>
        name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
}
