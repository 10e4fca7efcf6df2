using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;

namespace Limpid.Notebooks.Tests.Jupyter.Messages;

public sealed class WireTests
{
    private static readonly byte[] Key = "5ca1ab1e"u8.ToArray();

    [Fact]
    public void A_signature_is_that_of_an_independent_implementation()
    {
        // python3 -c 'import hmac; print(hmac.new(b"5ca1ab1e", b"{}{}{}{}", "sha256").hexdigest())'
        byte[][] parts = ["{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];
        Assert.Equal("8c415c01caa32c2cda2ebdccfef3207b7b528b1c2603885e757e111dea16450c", Encoding.ASCII.GetString(new MessageSigner(Key).Sign(parts)));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var wire = new MessageWire(Key);
        var frames = wire.Write([[7], [8]], "execute_request", null, new JsonObject { ["code"] = "\"é 😀\" < 1", ["silent"] = true, ["n"] = 3 });
        var message = wire.Read(frames)!;
        Assert.Equal(("execute_request", "\"é 😀\" < 1", true, 3), (message.Type, message.Text("code"), message.Flag("silent", false), message.Number("n", 0)));
        Assert.Equal([[7], [8]], message.Envelope);
        Assert.Equal((null, true, 5), (message.Text("n"), message.Flag("code", true), message.Number("none", 5)));
    }

    [Fact]
    public void Every_change_of_a_byte_is_noticed()
    {
        var wire = new MessageWire(Key);
        var frames = wire.Write([], "execute_request", "{}"u8.ToArray(), new JsonObject { ["code"] = "1" });
        for (var frame = 1; frame < frames.Length; frame++)
            for (var at = 0; at < frames[frame].Length; at++)
            {
                var changed = frames.Select(part => (byte[])part.Clone()).ToArray();
                changed[frame][at] ^= 1;
                Assert.Null(wire.Read(changed));
            }
        Assert.Null(new MessageWire("other"u8.ToArray()).Read(frames));
        Assert.NotNull(wire.Read(frames));
    }

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("{\"msg_type\":1}", "{}")]
    [InlineData("{\"msg_type\":\"a\"}", "")]
    [InlineData("{\"msg_type\":\"a\"}", "{\"x\":1,\"x\":2}")]
    [InlineData("{\"msg_type\":\"a\"", "{}")]
    public void Signed_nonsense_is_no_message(string header, string content)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
        Assert.Null(new MessageWire(Key).Read(["<IDS|MSG>"u8.ToArray(), new MessageSigner(Key).Sign(parts), .. parts]));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 2, 2)]
    [InlineData("a😀b", 1, 1)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 3, 4)]
    [InlineData("😀😀", 2, 4)]
    [InlineData("\ud83d", 1, 1)]
    public void Places_are_counted_in_code_points_there_and_in_units_here(string text, int points, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, points));
        Assert.Equal(points, CodePoints.FromUtf16(text, units));
        Assert.Equal(text.Length, CodePoints.ToUtf16(text, int.MaxValue));
    }
}
