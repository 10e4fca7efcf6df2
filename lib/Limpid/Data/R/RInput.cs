using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Limpid.Data.R;

/// <summary>The bytes of a serialized value, big-endian. Whatever it gives was there: lengths are held against the bytes left before memory is asked for.</summary>
internal sealed class RInput(ReadOnlyMemory<byte> content)
{
    private int position;

    public int Left => content.Length - position;

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left)
            throw RData.Fault($"{count} bytes are expected at {position}, {Left} are left");
        ReadOnlySpan<byte> bytes = content.Span.Slice(position, (int)count);
        position += (int)count;
        return bytes;
    }

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public string Text(long length, bool latin) => (latin ? Encoding.Latin1 : Encoding.UTF8).GetString(Take(length));

    /// <summary>A count of elements of at least so many bytes each; counts from 2^31 up are written as -1 and two halves.</summary>
    public int Count(int bytesEach)
    {
        long count = Int32();
        if (count == -1)
            count = ((long)Int32() << 32) | (uint)Int32();
        // Division: the product could overflow.
        if (count < 0 || count > Left / bytesEach)
            throw RData.Fault($"{count} elements are announced, {Left} bytes are left");
        return (int)count;
    }

    public ImmutableArray<int> Int32s(int count)
    {
        int[] values = MemoryMarshal.Cast<byte, int>(Take(4L * count)).ToArray();
        if (BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(values, values);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public ImmutableArray<double> Doubles(int count)
    {
        double[] values = MemoryMarshal.Cast<byte, double>(Take(8L * count)).ToArray();
        Span<long> bits = MemoryMarshal.Cast<double, long>(values.AsSpan());
        if (BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(bits, bits);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
