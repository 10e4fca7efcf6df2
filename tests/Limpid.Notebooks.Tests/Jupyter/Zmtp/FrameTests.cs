using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Tests.Jupyter.Zmtp;

public sealed class FrameTests
{
    [Fact]
    public void Frames_are_written_as_the_protocol_says()
    {
        Assert.Equal([1, 1, 7, 0, 0], ZmtpFrame.Write([[7], []]));
        Assert.Equal([4, 8, 5, .. "READY"u8, 1, 2], ZmtpFrame.WriteCommand("READY", [1, 2]));
        var wire = ZmtpFrame.Write([new byte[256]]);
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 1, 0], wire[..9]);
        Assert.Equal(265, wire.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(3_000_001)]
    public void What_is_written_is_read(int length)
    {
        var body = new byte[length];
        new Random(1).NextBytes(body);
        using var wire = new MemoryStream(ZmtpFrame.Write([body, [1]]));
        var (first, second) = (ZmtpFrame.Read(wire, int.MaxValue), ZmtpFrame.Read(wire, int.MaxValue));
        Assert.Equal(body, first.Body);
        Assert.Equal((false, true, false), (first.IsCommand, first.HasMore, second.HasMore));
    }

    [Theory]
    [InlineData(new byte[] { 8, 0 })]
    [InlineData(new byte[] { 5, 0 })]
    [InlineData(new byte[] { 0, 11 })]
    [InlineData(new byte[] { 2, 255, 255, 255, 255, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 127, 255, 255, 255 })]
    public void Malformed_and_too_large_frames_are_refused(byte[] wire) =>
        Assert.Throws<ZmtpException>(() => ZmtpFrame.Read(new MemoryStream(wire), limit: 10));

    [Fact]
    public void What_is_announced_but_not_sent_takes_no_memory()
    {
        byte[] wire = [2, 0, 0, 0, 0, 127, 255, 0, 0];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => ZmtpFrame.Read(new MemoryStream(wire), limit: int.MaxValue));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }
}
