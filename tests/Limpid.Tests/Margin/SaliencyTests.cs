using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.Baselines;
using Limpid.Margin.Images;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>Maps of a model that looks at one corner of an image, and against their formulas.</summary>
public class SaliencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Class 1 if the upper left quarter is bright.</summary>
    private static Tensor Corner(Tensor images)
    {
        var light = images.narrow(2, 0, 10).narrow(3, 0, 10).flatten(1).mean([1]);
        return stack([zeros_like(light), (light - 0.4) * 20], 1);
    }

    private static Tensor Image() => full(1, 20, 20, 0.9, dtype: float64);

    [Fact]
    public void TheMapIsTheScoreOfTheCopiesThatShowAPixel()
    {
        using var scope = NewDisposeScope();
        var division = SuperPixels.Of(Image(), 16);
        var (_, masks) = ImageMasks.Subsets(division, 60, 0.5, new Random(1));
        var result = Saliency.Of(Image(), masks, Corner, k: 8, batch: 7, cancellation: Cancel);
        var copies = ImageMasks.Masked(Image(), masks, 0);
        var (responses, same) = (Corner(copies).softmax(1), Corner(copies).argmax(1).data<long>().ToArray());
        var scores = Influence.RandomWalk().Of(Graph.FromNeighbours(NearestNeighbours.Of(responses, 8, Cancel)), masks.to(float64).flatten(1).mean([1])).Scores;
        Assert.Equal(same.Count(label => label == 1), result.Kept);
        foreach (var (r, c) in new[] { (0, 0), (3, 17), (19, 19) })
        {
            var shown = Enumerable.Range(0, 60).Where(m => same[m] == 1 && masks[m, r, c].item<float>() > 0).ToArray();
            Assert.Equal(shown.Length == 0 ? 0 : shown.Average(m => scores[m]), result.Map[r, c], 1e-12);
        }
    }

    [Fact]
    public void CopiesOfAnotherClassHaveNoSay()
    {
        using var scope = NewDisposeScope();
        // No single super-pixel outside the corner has the class.
        var masks = ImageMasks.Single([SuperPixels.Of(Image(), 4), SuperPixels.Of(Image(), 16)]);
        var result = Saliency.Of(Image(), masks, Corner, k: 3, cancellation: Cancel);
        Assert.InRange(result.Kept, 1, 2);
        for (var i = 11; i < 20; i++) Assert.Equal(0, result.Map[i, i]);
    }

    [Fact]
    public void LimeFindsTheCorner()
    {
        using var scope = NewDisposeScope();
        var map = LimeSaliency.Of(Image(), SuperPixels.Of(Image(), 16), Corner, 300, new Random(2), cancellation: Cancel);
        double Mean(bool inside) => (from r in Enumerable.Range(0, 20) from c in Enumerable.Range(0, 20) where (r < 10 && c < 10) == inside select map[r, c]).Average();
        Assert.True(Mean(true) > 0.05 && Math.Abs(Mean(false)) < 0.02, FormattableString.Invariant($"{Mean(true)} {Mean(false)}"));
    }

    [Fact]
    public void LimeOfAnswersThatAreThereIsLime()
    {
        using var scope = NewDisposeScope();
        var division = SuperPixels.Of(Image(), 16);
        var (shown, masks) = ImageMasks.Subsets(division, 50, 0.5, new Random(2));
        using var copies = MaskedCopies.Of(Image(), masks, Corner, cancellation: Cancel);
        Assert.Equal(LimeSaliency.Of(Image(), division, Corner, 50, new Random(2), cancellation: Cancel), LimeSaliency.Of(division, shown, copies.Probabilities));
        Assert.Contains("expected [3,", Assert.Throws<ArgumentException>(() => LimeSaliency.Of(division, shown, [1, 2, 3])).Message);
    }

    [Fact]
    public void LimeIsAWeightedRidgeRegression()
    {
        using var scope = NewDisposeScope();
        var random = new Random(3);
        var z = tensor(Enumerable.Range(0, 40 * 4).Select(_ => (double)random.Next(2)).ToArray()).view(40, 4);
        z[TensorIndex.Colon, 0] = 1;
        var answers = tensor(Enumerable.Range(0, 40).Select(_ => random.NextDouble()).ToArray());
        var found = LimeSaliency.Fit(z, answers, 0.3, 0.7);
        // The gradient of the objective is 0 there.
        var c = tensor(found).requires_grad_();
        var weights = (-(1 - (z.sum(1) / 4).sqrt()).square() / 0.09).exp();
        var rest = (answers - z.mv(c)).detach();
        var intercept = (weights * rest).sum() / weights.sum();
        var objective = (weights * (answers - z.mv(c) - intercept).square()).sum() + 0.7 * c.square().sum();
        objective.backward();
        Assert.InRange(c.grad!.abs().max().item<double>(), 0, 1e-9);
    }

    [Fact]
    public void SubsetsAreNeverEmptyAndRepeatBySeed()
    {
        using var scope = NewDisposeScope();
        var division = SuperPixels.Of(Image(), 9);
        var (shown, masks) = ImageMasks.Subsets(division, 200, 0.02, new Random(4));
        Assert.True(shown.sum(1).min().item<float>() >= 1);
        Assert.Equal(shown.data<float>().ToArray(), ImageMasks.Subsets(division, 200, 0.02, new Random(4)).Shown.data<float>().ToArray());
        Assert.Equal(shown[5, division[3, 12]].item<float>(), masks[5, 3, 12].item<float>());
        Assert.Equal(400, (int)ImageMasks.Single([division]).sum().item<float>());
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var masks = ImageMasks.Single([SuperPixels.Of(Image(), 9)]);
        Assert.Contains("expected [channels, H, W] and [n, H, W]", Assert.Throws<ArgumentException>(() => Saliency.Of(zeros(1, 19, 20), masks, Corner, cancellation: Cancel)).Message);
        Assert.Contains("outside 0 to 1", Assert.Throws<ArgumentException>(() => Saliency.Of(Image(), masks * 2, Corner, cancellation: Cancel)).Message);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => ImageMasks.Subsets(SuperPixels.Of(Image(), 9), 3, 0, new Random(1))).ParamName);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => ImageMasks.Single([])).Message);
        Assert.Contains("like its super-pixels", Assert.Throws<ArgumentException>(() => LimeSaliency.Of(zeros(1, 4, 4), SuperPixels.Of(Image(), 9), Corner, 9, new Random(1), cancellation: Cancel)).Message);
    }
}
