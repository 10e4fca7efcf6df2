using System.IO.Compression;
using Limpid.Data;
using Limpid.Data.Pictures;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Pictures;

public sealed class MaskedPicturesTests : IDisposable
{
    private readonly TempFolder folder = new();

    private readonly DisposeScope scope = NewDisposeScope();

    public MaskedPicturesTests()
    {
        foreach (var name in new[] { "0002", "0001", "only-image" })
            Write($"images/{name}.png", PngFile.Write(1, 2, 3, [255, 0, 0, 0, 0, 255], _ => 0));
        Write("masks/0001.png", PngFile.Write(1, 2, 1, [0, 255], _ => 0));
        Write("masks/0002.png", PngFile.Write(2, 1, 1, [0, 255], _ => 0));
        Write("masks/.0003.png", [1]);
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllBytes(folder.File(path), content);
    }

    private MaskedPictures Open(string images, string masks) => MaskedPictures.Open(images, masks, folder.File("cache"));

    private static void IsKnown(MaskedPictures pictures)
    {
        Assert.Equal(["0001", "0002"], pictures.Names);
        MaskedPicture picture = pictures.Load("0001");
        Assert.Equal([3, 1, 2], picture.Image.shape);
        Assert.Equal([1f, 0, 0, 0, 0, 1], picture.Image.flatten().data<float>().ToArray());
        Assert.Equal([false, true], picture.Mask.flatten().data<bool>().ToArray());
    }

    [Fact]
    public void Pairs_lie_in_folders_zip_files_or_behind_addresses()
    {
        string images = folder.File("images"), masks = folder.File("masks");
        IsKnown(Open(images, masks));
        ZipFile.CreateFromDirectory(images, folder.File("images.zip"), CompressionLevel.Fastest, includeBaseDirectory: true);
        ZipFile.CreateFromDirectory(masks, folder.File("masks.zip"));
        IsKnown(Open(folder.File("images.zip"), folder.File("masks.zip")));
        using var server = new LocalServer();
        server.Answers["/set/images.zip"] = File.ReadAllBytes(folder.File("images.zip"));
        server.Answers["/set/masks.zip"] = File.ReadAllBytes(folder.File("masks.zip"));
        for (int i = 0; i < 2; i++)
            IsKnown(Open($"{server.Address}set/images.zip", $"{server.Address}set/masks.zip"));
        // The second time from the cache.
        Assert.Equal(["/set/images.zip", "/set/masks.zip"], server.Requests);
    }

    [Fact]
    public void A_transfer_that_fails_leaves_nothing_behind()
    {
        using var server = new LocalServer();
        Assert.Throws<DataSetUnavailableException>(() => Open($"{server.Address}nothing.zip", folder.File("masks")));
        server.Answers["/short.zip"] = new byte[100_000];
        server.CutShort["/short.zip"] = true;
        Assert.Throws<DataSetUnavailableException>(() => Open($"{server.Address}short.zip", folder.File("masks")));
        Assert.Empty(Directory.GetFiles(folder.File("cache")));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        MaskedPictures pictures = Open(folder.File("images"), folder.File("masks"));
        Assert.Contains("2 x 1", Assert.Throws<DataFormatException>(() => pictures.Load("0002")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => pictures.Load("only-image"));
        Assert.Throws<DataFormatException>(() => Open(folder.File("images"), folder.File("nothing")));
        Directory.CreateDirectory(folder.File("empty"));
        Assert.Throws<DataFormatException>(() => Open(folder.File("images"), folder.File("empty")));
        File.WriteAllBytes(folder.File("broken.zip"), [1, 2, 3]);
        Assert.Throws<DataFormatException>(() => Open(folder.File("images"), folder.File("broken.zip")));
    }
}
