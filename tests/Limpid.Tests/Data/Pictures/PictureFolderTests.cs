using Limpid.Data;
using Limpid.Data.Pictures;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Pictures;

public sealed class PictureFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private void Write(string path, int height, int width, byte red)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllBytes(folder.File(path), PngFile.Write(height, width, 3, [.. Enumerable.Range(0, height * width * 3).Select(i => i % 3 == 0 ? red : (byte)0)], _ => 0));
    }

    [Fact]
    public void Classes_are_folders_and_pictures_are_cut_to_their_middle()
    {
        Write("n02/b.png", 20, 30, 51);
        Write("n02/a.png", 8, 8, 102);
        Write("n01/c.PNG", 40, 20, 255);
        File.WriteAllText(folder.File("n01/readme.txt"), "no picture");
        PictureFolder pictures = PictureFolder.Open(folder.Path);
        Assert.Equal(["n01", "n02"], pictures.ClassNames);
        Assert.Equal([("c.PNG", 0), ("a.png", 1), ("b.png", 1)], pictures.Pictures.Select(item => (Path.GetFileName(item.Path), item.Class)));
        ImageSet set = pictures.Load([2, 0, 1], 14);
        Assert.Equal([3, 3, 14, 14], set.Images.shape);
        Assert.Equal([1, 0, 1], set.Labels.data<long>().ToArray());
        Assert.Equal([0.2f, 1, 0.4f], set.Images[TensorIndex.Colon, 0, 7, 7].data<float>().ToArray());
        Assert.Equal(0, set.Images[TensorIndex.Colon, 1].abs().max().item<float>());
        Assert.Throws<ArgumentException>(() => pictures.Load([3], 14));
        Assert.Throws<ArgumentException>(() => pictures.Load([], 14));
    }

    [Fact]
    public void A_folder_without_pictures_is_refused()
    {
        Assert.Throws<DataFormatException>(() => PictureFolder.Open(folder.Path));
        Assert.Throws<DataFormatException>(() => PictureFolder.Open(folder.File("nothing")));
    }

    [Fact]
    public void The_middle_of_a_picture_keeps_its_form()
    {
        // The column's number in a picture of 4 x 16; its middle four columns are 6 to 9.
        Tensor columns = arange(16, dtype: float32).expand(1, 4, 16);
        Assert.Equal([6f, 7, 8, 9], Resizing.Centre(columns, 4, 1)[0, 0].data<float>().ToArray());
        Assert.Equal([7f, 8], Resizing.Centre(columns, 2, 0.5)[0, 1].data<float>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Resizing.Centre(columns, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resizing.Stretch(columns, 0, 4));
    }

    [Fact]
    public void Shrinking_averages_and_growing_interpolates()
    {
        Tensor row = tensor(new[] { 1f, 3, 5, 7 }, [1, 1, 4]);
        Assert.Equal([2f, 6], Resizing.Stretch(row, 1, 2).flatten().data<float>().ToArray());
        Assert.Equal([1f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7], Resizing.Stretch(row, 1, 8).flatten().data<float>().ToArray());
    }
}
