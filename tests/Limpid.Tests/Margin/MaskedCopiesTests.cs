using Limpid.Margin;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>Copies and their maps by hand: an image of four pixels whose class is 1 if the left column is bright.</summary>
public class MaskedCopiesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Tensor Image() => tensor(new[] { 1.0, 0.5, 1.0, 0.5 }).view(1, 2, 2);

    private static Tensor Left(Tensor images)
    {
        var left = images.narrow(3, 0, 1).flatten(1).mean([1]);
        return stack([zeros_like(left), 4 * left - 1], 1);
    }

    private static Tensor Masks() => tensor(new[] { 1.0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0 }).view(3, 2, 2);

    [Fact]
    public void TheModelIsAskedOnceOfEachCopy()
    {
        using var scope = NewDisposeScope();
        var asked = 0L;
        using var copies = MaskedCopies.Of(Image(), Masks(), images => { asked += images.size(0); return Left(images); }, batch: 2, cancellation: Cancel);
        Assert.Equal(4, asked);
        Assert.Equal((1, 3), (copies.OwnClass, copies.Count));
        Assert.Equal([0.5, 0.5, 0.25], copies.Sizes);
        Assert.Equal([1.0, 0, 1], copies.Kept);
        double Logistic(double z) => 1 / (1 + Math.Exp(-z));
        foreach (var (found, expected) in copies.Probabilities.Zip([Logistic(3), Logistic(-1), Logistic(1)])) Assert.Equal(expected, found, 1e-12);
    }

    [Fact]
    public void AMapIsAWeightedMeanOverTheCopiesThatShowAPixel()
    {
        using var scope = NewDisposeScope();
        using var copies = MaskedCopies.Of(Image(), Masks(), Left, cancellation: Cancel);
        Assert.Equal([0.6, 0.3, 0.2, 0.3], copies.Map([0.2, 0.3, 1.0], [1, 1, 1]).Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
        // The right column is shown by no copy that counts.
        Assert.Equal([0.6, 0, 0.2, 0], copies.Map([0.2, 0, 1.0], copies.Kept).Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void MasksMayBeBytesAndFillIsWhatStandsWhereTheyHide()
    {
        using var scope = NewDisposeScope();
        using var bytes = MaskedCopies.Of(Image(), Masks().to(uint8), Left, fill: 0.75, cancellation: Cancel);
        using var numbers = MaskedCopies.Of(Image(), Masks(), Left, fill: 0.75, cancellation: Cancel);
        Assert.Equal(numbers.Probabilities, bytes.Probabilities);
        // With a bright filling the left column is bright in every copy.
        Assert.Equal([1.0, 1, 1], bytes.Kept);
    }

    [Fact]
    public void WrongNumbersAreRefused()
    {
        using var scope = NewDisposeScope();
        using var copies = MaskedCopies.Of(Image(), Masks(), Left, cancellation: Cancel);
        Assert.Contains("expected 3, one for each copy", Assert.Throws<ArgumentException>(() => copies.Map([1, 1], [1, 1, 1])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => copies.Neighbours(3, Cancel));
    }
}
