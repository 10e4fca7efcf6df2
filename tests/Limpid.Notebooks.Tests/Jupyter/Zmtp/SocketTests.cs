using System.Net;
using System.Net.Sockets;
using System.Text;
using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>The kernel's sockets, spoken to byte by byte.</summary>
public sealed class SocketTests
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);

    private static ZmtpSocket Echo() => new(ZmtpRole.Reply, Anywhere, (peer, frames) => peer.Send(ZmtpFrame.Write(frames)));

    private static NetworkStream Connect(IPEndPoint endpoint)
    {
        var client = new TcpClient();
        client.Connect(endpoint);
        client.ReceiveTimeout = 30_000;
        return new NetworkStream(client.Client, ownsSocket: true);
    }

    private static NetworkStream Greet(IPEndPoint endpoint, string type)
    {
        var stream = Connect(endpoint);
        stream.Write(ZmtpHandshake.Greeting());
        stream.Write(ZmtpFrame.WriteCommand("READY", [.. ZmtpHandshake.Property("socket-type", Encoding.ASCII.GetBytes(type)), .. ZmtpHandshake.Property("Identity", [9])]));
        var greeting = new byte[64];
        stream.ReadExactly(greeting);
        Assert.Equal((0xff, 0x7f, 3, 0), (greeting[0], greeting[9], greeting[10], greeting[11]));
        Assert.True(ZmtpFrame.Read(stream, 1000).IsCommand);
        return stream;
    }

    [Fact]
    public void A_message_comes_back_with_all_its_frames()
    {
        using var socket = Echo();
        using var client = Greet(socket.Endpoint, "REQ");
        client.Write(ZmtpFrame.Write([[], [1, 2], new byte[300]]));
        Assert.True(ZmtpFrame.Read(client, 1000) is { HasMore: true, Body.Length: 0 });
        Assert.Equal([1, 2], ZmtpFrame.Read(client, 1000).Body);
        Assert.Equal(300, ZmtpFrame.Read(client, 1000).Body.Length);
        Assert.Equal([9], Assert.Single(socket.Peers).Identity);
        Assert.NotNull(socket.Find([9]));
        Assert.Null(socket.Find([8]));
    }

    [Fact]
    public void A_ping_is_answered()
    {
        using var socket = Echo();
        using var client = Greet(socket.Endpoint, "DEALER");
        client.Write(ZmtpFrame.WriteCommand("PING", [0, 1, 42]));
        Assert.Equal("\u0004PONG*"u8.ToArray(), ZmtpFrame.Read(client, 1000).Body);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html,application/xhtml+xml\r\n\r\n")]
    [InlineData("ÿ\0\0\0\0\0\0\0\u0001\u007f\u0001")]
    public void Whoever_speaks_something_else_is_shown_the_door(string words)
    {
        using var socket = Echo();
        using (var stranger = Connect(socket.Endpoint))
        {
            stranger.Write([.. Encoding.Latin1.GetBytes(words), .. new byte[64]]);
            using var said = new MemoryStream();
            try { stranger.CopyTo(said); }
            catch (IOException) { } // Closed with our words unread.
            Assert.InRange(said.Length, 0, 64 + 40);
        }
        A_client_is_served(socket.Endpoint);
    }

    [Theory]
    [InlineData("SUB")]
    [InlineData("")]
    [InlineData("SOMETHING")]
    public void A_socket_of_the_wrong_type_is_shown_the_door(string type)
    {
        using var socket = Echo();
        using var client = Greet(socket.Endpoint, type);
        Assert.ThrowsAny<IOException>(() => ZmtpFrame.Read(client, 1000));
        A_client_is_served(socket.Endpoint);
    }

    [Fact]
    public void A_client_that_vanishes_in_the_middle_of_a_frame_is_forgotten()
    {
        using var socket = Echo();
        using (var client = Greet(socket.Endpoint, "REQ")) client.Write([1, 200, 1, 2, 3]);
        A_client_is_served(socket.Endpoint);
        Assert.True(SpinWait.SpinUntil(() => !socket.Peers.Any(), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Subscribers_get_what_they_asked_for()
    {
        using var publisher = new ZmtpPublisher(Anywhere);
        using var client = Greet(publisher.Endpoint, "SUB");
        client.Write(ZmtpFrame.Write([[1, .. "stream"u8]]));
        // Subscribing has no answer: send until the first message arrives.
        using var sending = new Timer(_ => publisher.Send(["status"u8.ToArray(), "no"u8.ToArray()]), null, 0, 20);
        using var also = new Timer(_ => publisher.Send(["stream"u8.ToArray(), "yes"u8.ToArray()]), null, 0, 20);
        Assert.Equal("stream"u8.ToArray(), ZmtpFrame.Read(client, 1000).Body);
        Assert.Equal("yes"u8.ToArray(), ZmtpFrame.Read(client, 1000).Body);
    }

    private static void A_client_is_served(IPEndPoint endpoint)
    {
        using var client = Greet(endpoint, "REQ");
        client.Write(ZmtpFrame.Write([[5]]));
        Assert.Equal([5], ZmtpFrame.Read(client, 1000).Body);
    }
}
