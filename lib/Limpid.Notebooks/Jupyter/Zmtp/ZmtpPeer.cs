using System.Net.Sockets;

namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>
/// One client on one socket of the kernel. It has a thread to read and one to write: a cell may keep every thread of the pool busy, and
/// Stop must arrive all the same.
/// </summary>
internal sealed class ZmtpPeer : IDisposable
{
    private const int StackBytes = 256 * 1024;
    private const int FrameLimit = 256 * 1024 * 1024;
    private const int FramesLimit = 1024;
    private const int Room = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NetworkStream _stream;
    private readonly Outbox _outbox = new(Room, Patience);

    public ZmtpPeer(Socket socket)
    {
        socket.NoDelay = true;
        socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>The name by which the client asks to be called; empty if it has none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Whether everything sent has left the process.</summary>
    public bool IsIdle => _outbox.IsEmpty;

    /// <summary>Reads until the peer leaves or breaks the rules.</summary>
    /// <param name="role">What the kernel's socket is.</param>
    /// <param name="received">Called with each message, on this peer's thread.</param>
    /// <param name="ended">Called at the end, whatever its cause.</param>
    public void Start(ZmtpRole role, Action<ZmtpPeer, IReadOnlyList<byte[]>> received, Action<ZmtpPeer> ended) =>
        Begin($"{role} in", () =>
        {
            try
            {
                Identity = ZmtpHandshake.Accept(_stream, role);
                _stream.Socket.ReceiveTimeout = 0;
                Begin($"{role} out", Deliver);
                while (true) received(this, ReadMessage());
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException) { }
            finally
            {
                Dispose();
                ended(this);
            }
        });

    /// <summary>Sends a message, later, whole or not at all.</summary>
    public void Send(byte[] message)
    {
        if (!_outbox.Add(message)) Dispose();
    }

    public void Dispose()
    {
        _outbox.Close();
        _stream.Dispose();
    }

    private static void Begin(string name, ThreadStart work) => new Thread(work, StackBytes) { IsBackground = true, Name = name }.Start();

    private List<byte[]> ReadMessage()
    {
        var frames = new List<byte[]>();
        long left = FrameLimit;
        while (true)
        {
            var frame = ZmtpFrame.Read(_stream, left);
            if (frame.IsCommand)
            {
                Obey(frame.Body);
                continue;
            }
            left -= frame.Body.Length;
            frames.Add(frame.Body);
            if (!frame.HasMore) return frames;
            if (frames.Count == FramesLimit) throw new ZmtpException($"a message has more than {FramesLimit} frames");
        }
    }

    /// <summary>PING asks for PONG with the context that follows a time-to-live of two bytes; other commands mean nothing to us.</summary>
    private void Obey(byte[] command)
    {
        if (command.AsSpan().StartsWith("\u0004PING"u8) && command.Length >= 7) Send(ZmtpFrame.WriteCommand("PONG", command.AsSpan(7)));
    }

    private void Deliver()
    {
        try
        {
            while (_outbox.Take() is { } message) _stream.Write(message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException) { }
        finally { Dispose(); }
    }
}
