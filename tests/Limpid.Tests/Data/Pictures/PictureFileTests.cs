using System.Text;
using Limpid.Data;
using Limpid.Data.Pictures;
using Xunit;

namespace Limpid.Tests.Data.Pictures;

public sealed class PictureFileTests
{
    // 16 x 8 of one colour, (200, 100, 50), by the Python Imaging Library 9.4.
    private const string Jpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/"
        + "2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIABADASIAAhEBAxEB/8QA"
        + "FQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAACP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAM"
        + "AwEAAhEDEQA/AJ4Armw//9k=";

    private static byte[] Pnm(string header, params byte[] pixels) => [.. Encoding.ASCII.GetBytes(header), .. pixels];

    [Fact]
    public void Reads_grey_and_colour_with_comments()
    {
        Picture grey = PictureFile.Read(Pnm("P5\n# made by hand\n2 3 # two columns\n255\n", 1, 2, 3, 4, 5, 6), "a");
        Assert.Equal((3, 2, 1), (grey.Height, grey.Width, grey.Channels));
        Assert.Equal([1, 2, 3, 4, 5, 6], grey.Pixels.ToArray());
        Picture colour = PictureFile.Read(Pnm("P6 1 2 255\n", 1, 2, 3, 10, 13, 35), "a");
        Assert.Equal((2, 1, 3), (colour.Height, colour.Width, colour.Channels));
        Assert.Equal([1, 2, 3, 10, 13, 35], colour.Pixels.ToArray());
    }

    [Fact]
    public void Reads_png_by_its_content() =>
        Assert.Equal([9, 8, 7], PictureFile.Read(PngFile.Write(1, 1, 3, [9, 8, 7], _ => 0), "named.jpg").Pixels.ToArray());

    [Theory]
    [InlineData("P4 1 1 255\n")]
    [InlineData("P5 1 1 65535\n")]
    [InlineData("P5 1 2 255\n")]
    [InlineData("P5 0 0 255\n")]
    [InlineData("P5 -1 -1 255\n")]
    [InlineData("P5 99999 99999 255\n")]
    [InlineData("P5 99999999999 1 255\n")]
    [InlineData("P5 1")]
    [InlineData("P6")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void What_is_no_picture_is_refused(string text) => Assert.Throws<DataFormatException>(() => PictureFile.Read(Pnm(text, 7), "a"));

    [Fact]
    public void Reads_jpeg_where_the_system_can_or_says_what_is_missing()
    {
        bool canDecode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "djpeg")));
        byte[] content = Convert.FromBase64String(Jpeg);
        if (!canDecode)
        {
            Assert.Contains("libjpeg-turbo-progs", Assert.Throws<DataFormatException>(() => PictureFile.Read(content, "a.jpg")).Message, StringComparison.Ordinal);
            return;
        }
        Picture picture = PictureFile.Read(content, "a.jpg");
        Assert.Equal((8, 16, 3), (picture.Height, picture.Width, picture.Channels));
        for (int i = 0; i < picture.Pixels.Length; i++)
            Assert.InRange(picture.Pixels.Span[i] - new[] { 200, 100, 50 }[i % 3], -3, 3);
        Assert.Contains("broken.jpg", Assert.Throws<DataFormatException>(() => PictureFile.Read(content[..100], "broken.jpg")).Message, StringComparison.Ordinal);
    }
}
