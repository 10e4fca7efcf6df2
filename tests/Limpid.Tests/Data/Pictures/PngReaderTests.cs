using System.Text;
using Limpid.Data;
using Limpid.Data.Pictures;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Pictures;

public sealed class PngReaderTests
{
    private static byte[] Noise(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 37 + i * i / 5 % 91))];

    private static byte[] Small(int channels = 3) => PngFile.Write(6, 5, channels, Noise(30 * channels), row => row % 5);

    private static string Refused(byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => PngReader.Read(content)).Message;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
        return message;
    }

    [Fact]
    public void The_checksum_is_the_standard_one() => Assert.Equal(0xCBF43926, Crc32.Of(Encoding.ASCII.GetBytes("123456789")));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 1)]
    [InlineData(4, 4)]
    public void Reads_each_kind_and_filter(int channels, int filter)
    {
        byte[] pixels = Noise(7 * 9 * channels);
        Picture picture = PngReader.Read(PngFile.Write(7, 9, channels, pixels, _ => filter));
        Assert.Equal((7, 9, channels), (picture.Height, picture.Width, picture.Channels));
        Assert.Equal(pixels, picture.Pixels.ToArray());
    }

    // Written by the Python Imaging Library 9.4: values (7 x + 3 y + 50 c) mod 256 for a picture of 3 x 2 in red, green, blue.
    [Fact]
    public void Reads_a_file_of_another_program()
    {
        Picture picture = PngReader.Read(Convert.FromBase64String(ForeignFile));
        Assert.Equal((2, 3, 3), (picture.Height, picture.Width, picture.Channels));
        Assert.Equal(from y in Enumerable.Range(0, 2) from x in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 3) select (byte)(7 * x + 3 * y + 50 * c), picture.Pixels.ToArray());
    }

    private const string ForeignFile = "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlEQVR4nGNkMEphZ2dnZ2dnYoYBAA0iAN+FcwaFAAAAAElFTkSuQmCC";

    [Fact]
    public void Becomes_a_tensor_of_colour_or_grey()
    {
        using DisposeScope scope = NewDisposeScope();
        Picture colour = PngReader.Read(PngFile.Write(1, 2, 4, [255, 0, 51, 9, 0, 102, 204, 8], _ => 0));
        Assert.Equal([3, 1, 2], colour.ToColour().shape);
        Assert.Equal([1, 0, 0, 0.4f, 0.2f, 0.8f], colour.ToColour().data<float>().ToArray());
        Close.Values([0.4, 0.4], colour.ToGrey().data<float>().ToArray().Select(value => (double)value), 1e-6);
        Picture grey = PngReader.Read(PngFile.Write(1, 2, 2, [255, 1, 51, 2], _ => 0));
        Assert.Equal([1, 0.2f, 1, 0.2f, 1, 0.2f], grey.ToColour().data<float>().ToArray());
        Assert.Equal([1, 2], grey.ToGrey().shape);
        Assert.Equal([1, 0.2f], grey.ToGrey().data<float>().ToArray());
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] whole = Small();
        for (int length = 0; length < whole.Length; length++)
            Refused(whole[..length]);
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        byte[] whole = Small();
        for (int place = 0; place < whole.Length; place++)
        {
            byte[] content = [.. whole];
            content[place] ^= 0x41;
            Refused(content);
        }
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        byte[] File(byte[] header, byte[] rows) => [.. PngFile.Signature, .. PngFile.Chunk("IHDR", header), .. PngFile.Chunk("IDAT", PngFile.Compressed(rows)), .. PngFile.Chunk("IEND", [])];
        byte[] Header(int place, byte value) => [.. PngFile.Header(2, 2, 1).Select((old, i) => i == place ? value : old)];

        Assert.Equal(4, PngReader.Read(File(PngFile.Header(2, 2, 1), [0, 1, 2, 0, 3, 4])).Pixels.Length);
        Assert.Contains("filter 5", Refused(File(PngFile.Header(2, 2, 1), [0, 1, 2, 5, 3, 4])), StringComparison.Ordinal);
        Assert.Contains("too short", Refused(File(PngFile.Header(2, 2, 1), [0, 1, 2, 0, 3])), StringComparison.Ordinal);
        Assert.Contains("more than 2 rows", Refused(File(PngFile.Header(2, 2, 1), [0, 1, 2, 0, 3, 4, 0])), StringComparison.Ordinal);
        Assert.Contains("16 bits", Refused(File(Header(8, 16), [])), StringComparison.Ordinal);
        Assert.Contains("colour type 3", Refused(File(Header(9, 3), [])), StringComparison.Ordinal);
        Assert.Contains("interlace", Refused(File(Header(12, 1), [])), StringComparison.Ordinal);
        Refused(File(PngFile.Header(0, 2, 1), []));
        Refused(File(PngFile.Header(int.MaxValue, int.MaxValue, 4), []));
        Refused(File(PngFile.Header(16000, 16000, 1), [0]));
        Refused([.. PngFile.Signature, .. PngFile.Chunk("IEND", [])]);
        Refused([.. PngFile.Signature, .. PngFile.Chunk("IHDR", PngFile.Header(2, 2, 1)), .. PngFile.Chunk("IEND", [])]);
        Assert.Contains("'ABCD'", Refused([.. PngFile.Signature, .. PngFile.Chunk("IHDR", PngFile.Header(2, 2, 1)), .. PngFile.Chunk("ABCD", []), .. PngFile.Chunk("IEND", [])]), StringComparison.Ordinal);
    }

    // Sums over the pixels of red, green and blue, by the Python Imaging Library 9.4.
    [Theory]
    [InlineData("astronaut", 512, 512, 37109758, 27724204, 25290362)]
    [InlineData("chelsea", 300, 451, 19980169, 15078438, 11743750)]
    [InlineData("coffee", 400, 600, 38056581, 20590566, 12356340)]
    public void The_photographs_are_the_known_ones(string name, int height, int width, int red, int green, int blue)
    {
        Assert.SkipUnless(DataStore.Default.Status("photographs").State != DataState.Missing, "photographs is not at hand; ./limpid data get photographs fetches it");
        Picture picture = PngReader.Read(DataStore.Default.Read("photographs", $"{name}.png"));
        Assert.Equal((height, width, 3), (picture.Height, picture.Width, picture.Channels));
        int[] sums = new int[3];
        for (int i = 0; i < picture.Pixels.Length; i++)
            sums[i % 3] += picture.Pixels.Span[i];
        Assert.Equal([red, green, blue], sums);
    }
}
