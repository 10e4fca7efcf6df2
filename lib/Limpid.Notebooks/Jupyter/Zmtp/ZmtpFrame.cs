using System.Buffers.Binary;

namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>One frame of ZMTP 3.0: a flag byte, a size of one or eight bytes, the body.</summary>
internal readonly record struct ZmtpFrame(bool IsCommand, bool HasMore, byte[] Body)
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    /// <summary>A peer must send what it announces before memory is taken for it.</summary>
    private const int Step = 1024 * 1024;

    /// <exception cref="ZmtpException">The frame is malformed, or its body is larger than <paramref name="limit"/> bytes.</exception>
    /// <exception cref="EndOfStreamException">The peer is gone.</exception>
    public static ZmtpFrame Read(Stream stream, long limit)
    {
        Span<byte> head = stackalloc byte[8];
        stream.ReadExactly(head[..1]);
        var flags = head[0];
        if ((flags & ~(More | Long | Command)) != 0 || (flags & (More | Command)) == (More | Command))
            throw new ZmtpException($"a frame has the flags 0x{flags:x2}");
        ulong size;
        if ((flags & Long) == 0)
        {
            stream.ReadExactly(head[..1]);
            size = head[0];
        }
        else
        {
            stream.ReadExactly(head);
            size = BinaryPrimitives.ReadUInt64BigEndian(head);
        }
        if (size > (ulong)limit) throw new ZmtpException($"a frame has {size} bytes; at most {limit} are taken");
        return new ZmtpFrame((flags & Command) != 0, (flags & More) != 0, ReadBody(stream, (int)size));
    }

    /// <summary>A message of one or more frames as it goes over the wire.</summary>
    public static byte[] Write(IReadOnlyList<byte[]> frames)
    {
        using var wire = new MemoryStream(frames.Sum(frame => frame.Length + 9));
        for (var i = 0; i < frames.Count; i++) Write(wire, i < frames.Count - 1 ? More : (byte)0, frames[i]);
        return wire.ToArray();
    }

    /// <summary>A command, such as READY.</summary>
    public static byte[] WriteCommand(string name, ReadOnlySpan<byte> data)
    {
        using var wire = new MemoryStream();
        Write(wire, Command, [(byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name), .. data]);
        return wire.ToArray();
    }

    private static void Write(MemoryStream wire, byte flags, byte[] body)
    {
        if (body.Length < 256)
        {
            wire.WriteByte(flags);
            wire.WriteByte((byte)body.Length);
        }
        else
        {
            Span<byte> size = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(size, body.Length);
            wire.WriteByte((byte)(flags | Long));
            wire.Write(size);
        }
        wire.Write(body);
    }

    private static byte[] ReadBody(Stream stream, int size)
    {
        var body = new byte[Math.Min(size, Step)];
        stream.ReadExactly(body);
        while (body.Length < size)
        {
            var read = body.Length;
            Array.Resize(ref body, (int)Math.Min(size, 2L * read));
            stream.ReadExactly(body.AsSpan(read));
        }
        return body;
    }
}
