using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Limpid.Benchmarks;

/// <summary>A client's end of one ZeroMQ connection: as little of ZMTP 3.0 as the measurements of the kernel need.</summary>
internal sealed class ZmtpClient : IDisposable
{
    private readonly NetworkStream _stream;

    private ZmtpClient(NetworkStream stream) => _stream = stream;

    /// <summary>Connects as soon as somebody listens.</summary>
    public static ZmtpClient Connect(int port, string type)
    {
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Connect(IPAddress.Loopback, port);
            }
            catch (SocketException)
            {
                socket.Dispose();
                Thread.Sleep(2);
                continue;
            }
            var client = new ZmtpClient(new NetworkStream(socket, ownsSocket: true));
            client.Greet(type);
            return client;
        }
    }

    /// <summary>Whether a message has begun to arrive.</summary>
    public bool HasNews => _stream.DataAvailable;

    public void Send(params IReadOnlyList<byte[]> frames)
    {
        using var wire = new MemoryStream();
        for (var i = 0; i < frames.Count; i++)
            Write(wire, (byte)(i < frames.Count - 1 ? 1 : 0), frames[i]);
        _stream.Write(wire.ToArray());
    }

    public List<byte[]> Receive()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            var (flags, body) = Read();
            frames.Add(body);
            if ((flags & 1) == 0)
                return frames;
        }
    }

    public void Dispose() => _stream.Dispose();

    private void Greet(string type)
    {
        var greeting = new byte[64];
        (greeting[0], greeting[9], greeting[10]) = (0xff, 0x7f, 3);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        _stream.Write(greeting);
        using var ready = new MemoryStream();
        Write(ready, 4, [.. "\u0005READY\u000bSocket-Type\0\0\0"u8, (byte)type.Length, .. Encoding.ASCII.GetBytes(type)]);
        _stream.Write(ready.ToArray());
        _stream.ReadExactly(greeting);
        Read();
    }

    private (byte Flags, byte[] Body) Read()
    {
        var head = new byte[9];
        _stream.ReadExactly(head, 0, 2);
        long size = head[1];
        if ((head[0] & 2) != 0)
        {
            _stream.ReadExactly(head, 2, 7);
            size = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1));
        }
        var body = new byte[size];
        _stream.ReadExactly(body);
        return (head[0], body);
    }

    private static void Write(MemoryStream wire, byte flags, byte[] body)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(size, body.Length);
        wire.WriteByte((byte)(flags | 2));
        wire.Write(size);
        wire.Write(body);
    }
}
