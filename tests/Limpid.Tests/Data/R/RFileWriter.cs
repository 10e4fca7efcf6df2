using System.Buffers.Binary;
using System.Text;

namespace Limpid.Tests.Data.R;

/// <summary>Writes R's serialization by hand, item by item, so that tests know every byte.</summary>
internal sealed class RFileWriter
{
    public const int Attributes = 0x200, Tag = 0x400, Null = 254;

    private readonly MemoryStream target = new();

    public byte[] Bytes => target.ToArray();

    public static byte[] File(Action<RFileWriter> write, int version = 3)
    {
        var writer = new RFileWriter();
        writer.Ascii($"RDX{version}\nX\n").Int(version).Int(0x00040100).Int(0x00030500);
        if (version == 3)
            writer.Int(5).Ascii("UTF-8");
        write(writer);
        return writer.Bytes;
    }

    /// <summary>A file with one object, named x.</summary>
    public static byte[] Object(Action<RFileWriter> write, int version = 3) => File(file => file.Pair("x", write).Int(Null), version);

    public RFileWriter Int(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        target.Write(bytes);
        return this;
    }

    public RFileWriter Double(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        target.Write(bytes);
        return this;
    }

    public RFileWriter Ascii(string text)
    {
        target.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public RFileWriter Byte(byte value)
    {
        target.WriteByte(value);
        return this;
    }

    public RFileWriter Char(string? text) => text is null ? Int(9).Int(-1) : Int(9).Int(Encoding.UTF8.GetByteCount(text)).Ascii(text);

    public RFileWriter Symbol(string name) => Int(1).Char(name);

    /// <summary>One cell of a pairlist; the list goes on with what is written next and ends with <see cref="Null"/>.</summary>
    public RFileWriter Pair(string tag, Action<RFileWriter> value)
    {
        Int(2 | Tag).Symbol(tag);
        value(this);
        return this;
    }

    public RFileWriter Ints(params int[] values) => Vector(13, 0, values.Length, i => Int(values[i]));

    public RFileWriter Doubles(params double[] values) => Vector(14, 0, values.Length, i => Double(values[i]));

    public RFileWriter Texts(params string?[] values) => Vector(16, 0, values.Length, i => Char(values[i]));

    public RFileWriter List(int flags, params Action<RFileWriter>[] values) => Vector(19, flags, values.Length, i => values[i](this));

    public RFileWriter Vector(int type, int flags, int count, Action<int> element)
    {
        Int(type | flags).Int(count);
        for (int i = 0; i < count; i++)
            element(i);
        return this;
    }
}
