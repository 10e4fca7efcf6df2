using Limpid.Margin.Images;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Images;

public class SuperPixelsTests
{
    private static int[,] Labels(SuperPixels pixels)
    {
        var labels = new int[pixels.Height, pixels.Width];
        for (var r = 0; r < pixels.Height; r++)
            for (var c = 0; c < pixels.Width; c++) labels[r, c] = pixels[r, c];
        return labels;
    }

    /// <summary>Regions that are side by side and of one label, by a flood of their own.</summary>
    private static int Regions(int[,] labels)
    {
        var (seen, regions) = (new HashSet<(int, int)>(), 0);
        for (var r = 0; r < labels.GetLength(0); r++)
            for (var c = 0; c < labels.GetLength(1); c++)
            {
                if (!seen.Add((r, c))) continue;
                regions++;
                var queue = new Queue<(int R, int C)>([(r, c)]);
                while (queue.TryDequeue(out var at))
                    foreach (var (dr, dc) in new[] { (0, 1), (1, 0), (0, -1), (-1, 0) })
                    {
                        var (nr, nc) = (at.R + dr, at.C + dc);
                        if (nr >= 0 && nr < labels.GetLength(0) && nc >= 0 && nc < labels.GetLength(1) && labels[nr, nc] == labels[r, c] && seen.Add((nr, nc))) queue.Enqueue((nr, nc));
                    }
            }
        return regions;
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 50)]
    [InlineData(3, 1)]
    public void EveryGroupIsConnectedAndNumberedFromZero(int channels, int segments)
    {
        using var scope = NewDisposeScope();
        var random = new Random(segments);
        var image = tensor(Enumerable.Range(0, channels * 37 * 53).Select(_ => random.NextDouble()).ToArray()).view(channels, 37, 53);
        var pixels = SuperPixels.Of(image, segments);
        var labels = Labels(pixels);
        Assert.Equal(pixels.Count, labels.Cast<int>().Distinct().Count());
        Assert.Equal(Enumerable.Range(0, pixels.Count), labels.Cast<int>().Distinct().Order());
        Assert.Equal(pixels.Count, Regions(labels));
        Assert.Equal(labels.Cast<int>().Select(label => (long)label), pixels.ToTensor().data<long>().ToArray());
    }

    [Fact]
    public void AFlatImageIsDividedIntoSquares()
    {
        using var scope = NewDisposeScope();
        var pixels = SuperPixels.Of(full(3, 40, 40, 0.4), 16);
        Assert.Equal(16, pixels.Count);
        Assert.All(Labels(pixels).Cast<int>().GroupBy(label => label), group => Assert.InRange(group.Count(), 81, 121));
    }

    [Fact]
    public void GroupsKeepToTheEdgesOfColours()
    {
        using var scope = NewDisposeScope();
        var image = zeros(3, 40, 40);
        image[0, TensorIndex.Colon, TensorIndex.Slice(0, 17)] = 1;
        image[2, TensorIndex.Colon, TensorIndex.Slice(17, 40)] = 1;
        var labels = Labels(SuperPixels.Of(image, 16));
        for (var r = 0; r < 40; r++) Assert.NotEqual(labels[r, 16], labels[r, 17]);
    }

    [Fact]
    public void WhiteAndRedHaveTheirKnownColours()
    {
        var lab = Colours.Of([1, 1, 0, 1, 0, 0, 1, 0, 0], 3, 3);
        Close.Values([100, 0, 0], lab[0], 0.02);
        Close.Values([53.24, 80.09, 67.20], lab[1], 0.05);
        Close.Values([0, 0, 0], lab[2], 1e-9);
        Close.Values([25], Colours.Of([0.25], 1, 1)[0], 1e-12);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("[2, 4, 4]", Assert.Throws<ArgumentException>(() => SuperPixels.Of(zeros(2, 4, 4), 3)).Message);
        Assert.Contains("expected 1 to 16", Assert.Throws<ArgumentOutOfRangeException>(() => SuperPixels.Of(zeros(1, 4, 4), 17)).Message);
        Assert.Contains("is 2; expected 0 to 1", Assert.Throws<ArgumentException>(() => SuperPixels.Of(full(1, 4, 4, 2.0), 3)).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => SuperPixels.Of(full(1, 4, 4, double.NaN), 3)).Message);
        Assert.Equal("compactness", Assert.Throws<ArgumentOutOfRangeException>(() => SuperPixels.Of(zeros(1, 4, 4), 3, 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => SuperPixels.Of(zeros(1, 4, 4), 3)[4, 0]);
    }
}
