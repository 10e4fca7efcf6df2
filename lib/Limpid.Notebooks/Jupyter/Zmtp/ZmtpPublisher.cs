using System.Collections.Concurrent;
using System.Net;

namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>A PUB socket: each client gets the messages whose topic begins with something it subscribed to.</summary>
internal sealed class ZmtpPublisher : IDisposable
{
    private readonly ConcurrentDictionary<ZmtpPeer, Subscriptions> _subscriptions = new();
    private readonly ZmtpSocket _socket;

    public ZmtpPublisher(IPEndPoint endpoint) =>
        _socket = new ZmtpSocket(ZmtpRole.Publisher, endpoint, Take, peer => _subscriptions.TryRemove(peer, out _));

    public IPEndPoint Endpoint => _socket.Endpoint;

    public IEnumerable<ZmtpPeer> Peers => _socket.Peers;

    /// <summary>Sends a message; its first frame is its topic.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        byte[]? wire = null;
        foreach (var (peer, subscriptions) in _subscriptions)
            if (subscriptions.Match(frames[0])) peer.Send(wire ??= ZmtpFrame.Write(frames));
    }

    public void Dispose() => _socket.Dispose();

    private void Take(ZmtpPeer peer, IReadOnlyList<byte[]> frames)
    {
        if (frames is [{ Length: > 0 } wish]) _subscriptions.GetOrAdd(peer, _ => new Subscriptions()).Apply(wish);
    }
}
