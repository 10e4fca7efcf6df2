using System.Buffers.Binary;
using System.Text;

namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>The first words of a connection: the greeting and READY, mechanism NULL (messages are signed one layer up).</summary>
internal static class ZmtpHandshake
{
    private const int GreetingLength = 64;
    private const int CommandLimit = 64 * 1024;

    private static readonly Dictionary<ZmtpRole, (string Name, string[] Peers)> Types = new()
    {
        [ZmtpRole.Router] = ("ROUTER", ["DEALER", "REQ", "ROUTER"]),
        [ZmtpRole.Publisher] = ("PUB", ["SUB", "XSUB"]),
        [ZmtpRole.Reply] = ("REP", ["REQ", "DEALER"]),
    };

    /// <summary>Does the server's side of the handshake.</summary>
    /// <returns>The identity that the peer gave itself; empty if it gave none.</returns>
    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    public static byte[] Accept(Stream stream, ZmtpRole role)
    {
        stream.Write(Greeting());
        ReadGreeting(stream);
        var (name, peers) = Types[role];
        stream.Write(ZmtpFrame.WriteCommand("READY", Property("Socket-Type", Encoding.ASCII.GetBytes(name))));
        var properties = ReadReady(ZmtpFrame.Read(stream, CommandLimit));
        var type = Encoding.ASCII.GetString(properties.GetValueOrDefault("SOCKET-TYPE", []));
        if (!peers.Contains(type)) throw new ZmtpException($"a {type} socket can't talk to a {name} socket");
        return properties.GetValueOrDefault("IDENTITY", []);
    }

    internal static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        (greeting[0], greeting[9], greeting[10]) = (0xff, 0x7f, 3);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    internal static byte[] Property(string name, byte[] value)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. size, .. value];
    }

    private static void ReadGreeting(Stream stream)
    {
        var greeting = new byte[GreetingLength];
        stream.ReadExactly(greeting);
        if (greeting[0] != 0xff || (greeting[9] & 1) == 0) throw new ZmtpException("the peer does not speak ZMTP");
        if (greeting[10] < 3) throw new ZmtpException($"the peer speaks ZMTP {greeting[10]}; 3 is needed");
        var mechanism = Encoding.ASCII.GetString(greeting, 12, 20).TrimEnd('\0');
        if (mechanism != "NULL") throw new ZmtpException($"the peer wants the mechanism {mechanism}; NULL is offered");
    }

    /// <summary>Property names have no case.</summary>
    private static Dictionary<string, byte[]> ReadReady(ZmtpFrame frame)
    {
        var body = frame.Body.AsSpan();
        if (!frame.IsCommand || body.IsEmpty || body.Length <= body[0] || !body.Slice(1, body[0]).SequenceEqual("READY"u8))
            throw new ZmtpException("the peer did not say READY");
        var properties = new Dictionary<string, byte[]>();
        for (var rest = body[(1 + body[0])..]; !rest.IsEmpty;)
        {
            var name = rest[0];
            if (rest.Length < 1 + name + 4) throw new ZmtpException("a property of READY is cut");
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + name)..]);
            if (rest.Length - (1 + name + 4) < length) throw new ZmtpException("a property of READY is cut");
            properties[Encoding.ASCII.GetString(rest.Slice(1, name)).ToUpperInvariant()] = rest.Slice(1 + name + 4, (int)length).ToArray();
            rest = rest[(1 + name + 4 + (int)length)..];
        }
        return properties;
    }
}
