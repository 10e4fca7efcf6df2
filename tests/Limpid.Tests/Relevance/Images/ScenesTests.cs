using Limpid.Relevance.Images;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Images;

public class ScenesTests
{
    private static Seed[] Seeds(int count) => [.. Enumerable.Range(0, count).Select(i => new Seed(2000 + i))];

    [Fact]
    public void ASceneDependsOnItsOwnSeedOnly()
    {
        using var scope = NewDisposeScope();
        using var many = Scenes.Draw(Seeds(5));
        using var one = Scenes.Draw([new Seed(2003)]);
        Assert.True(many.Set.Images[3].equal(one.Set.Images[0]).all().item<bool>());
        Assert.True(many.Masks[3].equal(one.Masks[0]).all().item<bool>());
        Assert.Equal(many.Set.Labels[3].item<long>(), one.Set.Labels[0].item<long>());
        Assert.False(many.Set.Images[2].equal(many.Set.Images[3]).all().item<bool>());
    }

    [Fact]
    public void MasksHaveTheAreaOfADiscOfRadius9To14WhateverTheClass()
    {
        using var scope = NewDisposeScope();
        using var scenes = Scenes.Draw(Seeds(200));
        Assert.Equal([200, 3, 64, 64], scenes.Set.Images.shape);
        Assert.InRange(scenes.Set.Images.min().item<float>(), 0f, 1f);
        Assert.InRange(scenes.Set.Images.max().item<float>(), 0f, 1f);
        Assert.Equal(4, scenes.Set.ClassCounts.Count);
        Assert.All(scenes.Set.ClassCounts, count => Assert.InRange(count, 25, 80));
        var areas = scenes.Masks.flatten(1).sum(1L).data<long>().ToArray();
        // Pixels whose middle lies in a figure: its area up to about half its outline.
        Assert.All(areas, area => Assert.InRange(area, Math.PI * 81 - 25, Math.PI * 196 + 25));
        var classes = scenes.Set.Labels.data<long>().ToArray();
        var means = Enumerable.Range(0, 4).Select(k => areas.Zip(classes).Where(pair => pair.Second == k).Average(pair => (double)pair.First)).ToArray();
        Assert.True(means.Max() / means.Min() < 1.2, string.Join(" ", means));
    }

    [Fact]
    public void TheFigureHasOneColourFarFromTheBackground()
    {
        using var scope = NewDisposeScope();
        using var scenes = Scenes.Draw(Seeds(20));
        for (var i = 0; i < 20; i++)
        {
            var inside = scenes.Set.Images[i].masked_select(scenes.Masks[i].unsqueeze(0).expand(3, 64, 64)).view(3, -1);
            // The noise is uniform within 0.04 of the colour.
            Assert.True(inside.amax([1]).sub(inside.amin([1])).max().item<float>() <= 0.0801f);
        }
    }

    [Theory]
    [InlineData(SceneShape.Disc)]
    [InlineData(SceneShape.Square)]
    [InlineData(SceneShape.Triangle)]
    [InlineData(SceneShape.Cross)]
    public void OutlinesHaveTheAreaOfTheUnitDiscAndStayWithinTheirReach(SceneShape shape)
    {
        const int Steps = 800;
        var (inside, farthest) = (0, 0.0);
        for (var i = 0; i < Steps; i++)
            for (var j = 0; j < Steps; j++)
            {
                var (u, v) = (4.0 * (i + 0.5) / Steps - 2, 4.0 * (j + 0.5) / Steps - 2);
                if (!SceneOutline.Contains(shape, u, v)) continue;
                inside++;
                farthest = Math.Max(farthest, Math.Sqrt(u * u + v * v));
            }
        Assert.Equal(Math.PI, inside * 16.0 / (Steps * Steps), 0.01);
        Assert.InRange(SceneOutline.Reach(shape), farthest - 1e-12, farthest + 0.02);
    }

    [Fact]
    public void NoSeedIsRefused() => Assert.Throws<ArgumentException>(() => Scenes.Draw([]));
}
