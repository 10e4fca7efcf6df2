using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

[Collection(ProcessCollection.Name)]
public sealed class ImageSetTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    // 12 images of class a, 6 of b, 2 of c, interleaved; image i is filled with the value i.
    private static ImageSet Sample()
    {
        long[] classes = [.. Enumerable.Range(0, 20).Select(i => i % 10 == 9 ? 2L : i % 10 % 3 == 2 ? 1L : 0L)];
        using Tensor images = arange(20f).reshape(20, 1, 1, 1).expand(20, 1, 2, 3), labels = tensor(classes);
        return new ImageSet("sample", images, labels, Names);
    }

    private static float[] Values(ImageSet set) => [.. set.Images.select(1, 0).select(1, 0).select(1, 0).contiguous().data<float>().ToArray()];

    [Fact]
    public void A_part_keeps_the_shares_of_the_classes_and_the_order()
    {
        using DisposeScope scope = NewDisposeScope();
        ImageSet sample = Sample(), half = sample.Take(10, seed: 1);
        Assert.Equal([12, 6, 2], sample.ClassCounts);
        Assert.Equal([6, 3, 1], half.ClassCounts);
        Assert.Equal([10, 1, 2, 3], half.Images.shape);
        Assert.Equal(Values(half).Order(), Values(half));
        Assert.Equal(10, Values(half).Distinct().Count());
        Assert.Equal(Values(half).Select(i => sample.Labels[(long)i].item<long>()), half.Labels.data<long>().ToArray());
    }

    [Fact]
    public void The_seed_alone_decides_the_part()
    {
        using DisposeScope scope = NewDisposeScope();
        ImageSet sample = Sample();
        float[] first = Values(sample.Take(7, seed: 5));
        manual_seed(99);
        float before = rand(1).item<float>();
        manual_seed(99);
        Assert.Equal(first, Values(sample.Take(7, seed: 5)));
        Assert.Equal(before, rand(1).item<float>());
        Assert.Contains(Enumerable.Range(6, 5), seed => !first.SequenceEqual(Values(sample.Take(7, seed))));
    }

    [Theory]
    [InlineData(new[] { 12, 6, 2 }, 10, new[] { 6, 3, 1 })]
    [InlineData(new[] { 1, 1, 1 }, 2, new[] { 1, 1, 0 })]
    [InlineData(new[] { 5, 3, 2 }, 1, new[] { 1, 0, 0 })]
    [InlineData(new[] { 5923, 6742 }, 12665, new[] { 5923, 6742 })]
    public void Shares_go_by_largest_remainders(int[] sizes, int count, int[] shares) => Assert.Equal(shares, Stratified.Shares(sizes, count));

    [Fact]
    public void Every_item_is_equally_likely_to_be_taken()
    {
        long[] classes = new long[10];
        int[] taken = new int[10];
        for (long seed = 0; seed < 4000; seed++)
            foreach (long position in Stratified.Choose(classes, 1, 3, seed))
                taken[position]++;
        // 4000 x 0.3 = 1200 expected, standard deviation 29.
        Assert.All(taken, count => Assert.InRange(count, 1200 - 145, 1200 + 145));
    }

    [Fact]
    public void The_generator_gives_its_published_numbers()
    {
        // Recorded from the authors' reference implementation in C with seed 1234567.
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], (ulong[])[random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Selecting_keeps_order_and_repeats()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([7f, 2f, 7f], Values(Sample().Select([7, 2, 7])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample().Select([20]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample().Take(21, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample().Take(0, 0));
    }

    [Fact]
    public void What_is_passed_in_must_fit_and_stays_the_caller_s()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor images = zeros(3, 1, 2, 2), labels = tensor(new long[] { 0, 1, 2 });
        using (var set = new ImageSet("own", images, labels, Names))
            Assert.Equal("own: 3 images of 1 x 2 x 2; a: 1, b: 1, c: 1", set.ToString());
        Assert.False(images.IsInvalid || labels.IsInvalid);
        string Fault(Tensor i, Tensor l) => Assert.Throws<ArgumentException>(() => new ImageSet("own", i, l, Names)).Message;
        Assert.Contains("images is Float32 [3, 4]; expected floating point [n, channels, height, width]", Fault(zeros(3, 4), labels));
        Assert.Contains("labels is Int64 [2]; expected Int64 [3]", Fault(images, labels[..2]));
        Assert.Contains("labels[1] is 3; expected 0 to 2", Fault(images, tensor(new long[] { 0, 3, 1 })));
    }
}
