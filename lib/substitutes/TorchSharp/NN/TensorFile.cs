namespace TorchSharp;

/// <summary>
/// A tensor in the genuine package's own file format, little-endian: ULEB128 scalar type, ULEB128 rank, ULEB128 dimensions, the elements.
/// </summary>
internal static class TensorFile
{
    public static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        var shape = tensor.shape;
        WriteNumber(writer, (long)tensor.dtype);
        WriteNumber(writer, shape.Length);
        foreach (var size in shape) WriteNumber(writer, size);
        writer.Write(tensor.bytes);
    }

    public static void ReadInto(BinaryReader reader, torch.Tensor tensor)
    {
        var (type, shape) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {type}, the module {tensor.dtype}.");
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: the file has [{string.Join(", ", shape)}], "
                + $"the module [{string.Join(", ", tensor.shape)}].");
        var length = Length(type, shape);
        if (tensor.is_contiguous()) Fill(reader, tensor.bytes, length);
        else
        {
            using var read = torch.empty(shape, dtype: type);
            Fill(reader, read.bytes, length);
            using (torch.no_grad()) tensor.copy_(read);
        }
    }

    public static torch.Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = torch.empty(shape, dtype: type);
        Fill(reader, tensor.bytes, Length(type, shape));
        return tensor;
    }

    public static void Pass(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var left = Length(type, shape);
        while (left > 0)
        {
            var part = reader.ReadBytes((int)Math.Min(left, 1 << 16));
            if (part.Length == 0) throw new EndOfStreamException($"The file ends {left} bytes before the end of a tensor.");
            left -= part.Length;
        }
    }

    public static void WriteNumber(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    public static long ReadNumber(BinaryReader reader) => reader.Read7BitEncodedInt64();

    private static (torch.ScalarType type, long[] shape) ReadHeader(BinaryReader reader)
    {
        var number = ReadNumber(reader);
        var type = (torch.ScalarType)number;
        if ((long)type != number || !Enum.IsDefined(type))
            throw new ArgumentException($"The file names the scalar type {number}, which doesn't exist: it is no module file or damaged.");
        var rank = ReadNumber(reader);
        if (rank is < 0 or > 64) throw new ArgumentException($"The file gives a tensor {rank} dimensions: it is no module file or damaged.");
        var shape = new long[rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = ReadNumber(reader);
        return (type, shape);
    }

    private static void Fill(BinaryReader reader, Span<byte> bytes, long expected)
    {
        if (bytes.Length != expected) throw new ArgumentException($"A tensor of {expected} bytes can't be loaded into {bytes.Length}.");
        while (bytes.Length > 0)
        {
            var count = reader.Read(bytes);
            if (count == 0) throw new EndOfStreamException($"The file ends {bytes.Length} bytes before the end of a tensor.");
            bytes = bytes[count..];
        }
    }

    private static long Length(torch.ScalarType type, long[] shape)
    {
        long length = type.ElementSize();
        foreach (var size in shape) length = checked(length * size);
        return length;
    }
}
