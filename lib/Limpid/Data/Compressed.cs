using System.IO.Compression;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.BZip2;

namespace Limpid.Data;

/// <summary>Compression told by the name's ending.</summary>
internal static class Compressed
{
    /// <summary>Whether <see cref="Undo"/> has something to undo.</summary>
    public static bool Is(string name) => name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".bz2", StringComparison.Ordinal);

    /// <summary>The decoded stream if <paramref name="name"/> ends with <c>.gz</c> or <c>.bz2</c>, else the stream itself.</summary>
    public static Stream Undo(Stream stream, string name) =>
        name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress)
        : name.EndsWith(".bz2", StringComparison.Ordinal) ? new BzipStream(stream)
        : stream;

    /// <summary>Says of damage what <see cref="GZipStream"/> says: <see cref="InvalidDataException"/>.</summary>
    private sealed class BzipStream : Stream
    {
        private readonly BZip2InputStream inner;

        public BzipStream(Stream stream) => inner = Checked(() => new BZip2InputStream(new BufferedStream(stream, 1 << 16)));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Checked(() => Math.Max(0, inner.Read(buffer, offset, count)));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private static T Checked<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (Exception e) when (e is SharpZipBaseException or IndexOutOfRangeException)
            {
                throw new InvalidDataException("The bzip2 data is damaged.", e);
            }
        }
    }
}
