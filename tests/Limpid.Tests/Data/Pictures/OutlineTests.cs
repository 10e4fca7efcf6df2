using System.Collections.Immutable;
using Limpid.Data.Pictures;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Pictures;

public sealed class OutlineTests
{
    private static ImmutableArray<(double X, double Y)> Shape(params (double X, double Y)[] corners) => [.. corners];

    private static ImmutableArray<(double X, double Y)> Square(double left, double top, double side) =>
        Shape((left, top), (left + side, top), (left + side, top + side), (left, top + side));

    private static string[] Rows(Tensor mask) =>
        [.. Enumerable.Range(0, (int)mask.size(0)).Select(row => string.Concat(Enumerable.Range(0, (int)mask.size(1)).Select(column => mask[row, column].item<bool>() ? '#' : '.')))];

    private static string[] Fill(int height, int width, params ImmutableArray<(double X, double Y)>[] outlines)
    {
        using DisposeScope scope = NewDisposeScope();
        return Rows(Outline.Fill(outlines, height, width));
    }

    [Fact]
    public void A_square_covers_the_pixels_whose_centres_it_holds()
    {
        Assert.Equal([".....", ".##..", ".##..", "....."], Fill(4, 5, Square(1, 1, 2)));
        // From one centre to another: the left and upper edge belong to it, the right and lower do not.
        Assert.Equal([".....", ".##..", ".##..", "....."], Fill(4, 5, Square(1.5, 1.5, 2)));
        Assert.Equal([".....", "..##.", "..##.", "....."], Fill(4, 5, Square(1.51, 0.51, 2)));
    }

    [Fact]
    public void A_triangle_is_cut_along_its_slope() => Assert.Equal(["#...", "##..", "###.", "####"], Fill(4, 4, Shape((0, -0.1), (4.1, 4), (0, 4))));

    [Fact]
    public void An_outline_within_another_is_a_hole() =>
        Assert.Equal(["#####", "#...#", "#.#.#", "#...#", "#####"], Fill(5, 5, Square(0, 0, 5), Square(1, 1, 3), Square(2, 2, 1)));

    [Fact]
    public void A_corner_at_a_pixels_centre_counts_once() =>
        Assert.Equal([".....", "..#..", ".###.", "#####"], Fill(4, 5, Shape((2.5, 0.6), (5.5, 3.6), (-0.5, 3.6))));

    [Fact]
    public void What_lies_outside_the_mask_is_cut_off()
    {
        Assert.Equal(["##", "##"], Fill(2, 2, Square(-1e12, -1e12, 2e12)));
        Assert.Equal(["..", ".."], Fill(2, 2, Square(5, 5, 3)));
        Assert.Equal(["..", ".."], Fill(2, 2, Square(-5, 0, 3)));
        Assert.Equal(["..", ".."], Fill(2, 2));
    }

    [Fact]
    public void A_pentagram_is_hollow_in_the_middle()
    {
        (double, double) Corner(int i) => (10 + 9 * Math.Sin(4 * Math.PI * i / 5), 10 - 9 * Math.Cos(4 * Math.PI * i / 5));
        string[] rows = Fill(20, 20, Shape([.. Enumerable.Range(0, 5).Select(Corner)]));
        Assert.Equal(('.', '#', '.'), (rows[10][10], rows[3][10], rows[0][0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Agrees_with_counting_crossings_of_a_ray(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<(double X, double Y)> outline = [.. Enumerable.Range(0, 9).Select(_ => (random.NextDouble() * 16, random.NextDouble() * 12))];
        string[] rows = Fill(12, 16, outline);
        for (int row = 0; row < 12; row++)
            for (int column = 0; column < 16; column++)
                Assert.Equal(Winding(outline, column + 0.5, row + 0.5) ? '#' : '.', rows[row][column]);
    }

    // A ray upwards instead of to the right.
    private static bool Winding(ImmutableArray<(double X, double Y)> outline, double x, double y) =>
        outline.Zip(outline.Skip(1).Append(outline[0])).Count(edge => edge.First.X <= x != edge.Second.X <= x
            && edge.First.Y + (x - edge.First.X) / (edge.Second.X - edge.First.X) * (edge.Second.Y - edge.First.Y) < y) % 2 == 1;

    [Fact]
    public void What_is_no_outline_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Outline.Fill([Shape((0, 0), (1, 1))], 2, 2));
        Assert.Throws<ArgumentException>(() => Outline.Fill([Shape((0, 0), (1, double.NaN), (2, 2))], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Outline.Fill([Square(0, 0, 1)], 0, 2));
    }
}
