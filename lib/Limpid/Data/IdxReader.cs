using System.Buffers.Binary;

namespace Limpid.Data;

/// <summary>Reads the idx format: two zero bytes, the element type (8: unsigned byte), the number of dimensions, each dimension as a big-endian 32-bit number, the values.</summary>
public static class IdxReader
{
    private const int MaxDimensions = 8;

    /// <summary>Reads an array of unsigned bytes; the values are a view of <paramref name="content"/>, nothing is copied.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="dimensions">The number of dimensions expected: 3 for images, 1 for labels.</param>
    /// <exception cref="DataFormatException">Magic number, dimensions or length are wrong.</exception>
    public static IdxArray Read(ReadOnlyMemory<byte> content, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        ReadOnlySpan<byte> bytes = content.Span;
        int header = 4 + 4 * dimensions;
        if (bytes.Length < header)
            throw Fault($"the header needs {header} bytes, there are {bytes.Length}");
        if (bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 8 || bytes[3] != dimensions)
            throw Fault($"it begins with {Convert.ToHexString(bytes[..4])}, expected 000008{dimensions:X2} (unsigned bytes, {dimensions} dimensions)");
        int[] shape = new int[dimensions];
        long count = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 + 4 * i)..]);
            // Checked one by one: the product of eight 32-bit numbers overflows 64 bits, a count below the file's length can't.
            if (size > int.MaxValue || (count *= size) > bytes.Length)
                throw Fault($"dimension {i} is {size}, which a file of {bytes.Length} bytes can't hold");
            shape[i] = (int)size;
        }
        if (count != bytes.Length - header)
            throw Fault($"{string.Join(" x ", shape)} values need {count} bytes after the header, there are {bytes.Length - header}");
        return new IdxArray(shape, content[header..]);
    }

    private static DataFormatException Fault(string problem) => new("idx", problem);
}
