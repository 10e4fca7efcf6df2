using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>A bound socket of the kernel: takes in clients and hands on what they send.</summary>
internal sealed class ZmtpSocket : IDisposable
{
    private const int PeersLimit = 256;

    private readonly ZmtpRole _role;
    private readonly TcpListener _listener;
    private readonly Action<ZmtpPeer, IReadOnlyList<byte[]>> _received;
    private readonly Action<ZmtpPeer>? _left;
    private readonly ConcurrentDictionary<ZmtpPeer, byte> _peers = new();

    /// <param name="role">What it is.</param>
    /// <param name="endpoint">Where it listens.</param>
    /// <param name="received">Called with each message on the thread of the client that sent it.</param>
    /// <param name="left">Called with each client that leaves.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public ZmtpSocket(ZmtpRole role, IPEndPoint endpoint, Action<ZmtpPeer, IReadOnlyList<byte[]>> received, Action<ZmtpPeer>? left = null)
    {
        _role = role;
        _received = received;
        _left = left;
        _listener = new TcpListener(endpoint);
        _listener.Start();
        new Thread(Listen) { IsBackground = true, Name = $"{role} listens" }.Start();
    }

    /// <summary>Where it listens; the port is the system's choice if port 0 was asked for.</summary>
    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>The clients that are here.</summary>
    public IEnumerable<ZmtpPeer> Peers => _peers.Keys;

    /// <summary>A client of this name, or null.</summary>
    public ZmtpPeer? Find(byte[] identity) => Peers.FirstOrDefault(peer => peer.Identity.AsSpan().SequenceEqual(identity));

    public void Dispose()
    {
        _listener.Stop();
        foreach (var peer in Peers) peer.Dispose();
    }

    private void Listen()
    {
        while (true)
        {
            Socket client;
            try { client = _listener.AcceptSocket(); }
            catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException) { return; }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.OperationAborted or SocketError.Interrupted or SocketError.NotSocket) { return; }
            catch (SocketException) { continue; } // The client left before it was in.
            if (_peers.Count >= PeersLimit) client.Dispose();
            else Welcome(new ZmtpPeer(client));
        }
    }

    private void Welcome(ZmtpPeer peer)
    {
        _peers[peer] = 0;
        peer.Start(_role, _received, Leave);
    }

    private void Leave(ZmtpPeer peer)
    {
        _peers.TryRemove(peer, out _);
        _left?.Invoke(peer);
    }
}
