using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.Choices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Choices;

public class ChoiceGridTests
{
    private static ChoiceResult With(Func<ChoiceVariant, double> skill) => new(0, [.. ChoiceVariant.Grid.Select(skill)], [.. ChoiceVariant.Grid.Select(_ => 0.25)], []);

    [Fact]
    public void TheGridHasEveryVariantOnce()
    {
        Assert.Equal((72, 72), (ChoiceVariant.Grid.Count, ChoiceVariant.Grid.Distinct().Count()));
        Assert.All(ChoiceVariant.OneChange, variant => Assert.Contains(variant, ChoiceVariant.Grid));
        Assert.Equal(ChoiceVariant.OneChange.Count, ChoiceVariant.OneChange.Distinct().Count());
        Assert.Equal("random walk, 1 hop, k = 20, binary", ChoiceVariant.Default.ToString());
        Assert.Equal("ideal spectral, k = 50, Gaussian", ChoiceVariant.Grid[39].ToString());
        Assert.Equal("legacy, p = 1, k = 10, binary", ChoiceVariant.Grid[40].ToString());
        Assert.Equal(Influence.LlnlLegacy(2), (ChoiceVariant.Default with { Filter = ChoiceFilters.Legacy, Hops = 2 }).Influence());
        Assert.Throws<InvalidOperationException>(() => (ChoiceVariant.Default with { Filter = "x" }).Influence());
    }

    [Fact]
    public void GaussianWeightsHaveTheMedianDistanceAsSigma()
    {
        using var scope = NewDisposeScope();
        // Distances 1, 1, 2, 4 to the nearest: the third in order is their median.
        var neighbours = NearestNeighbours.Of(tensor((double[])[0, 1, 3, 7]).unsqueeze(1), 1, TestContext.Current.CancellationToken);
        var graph = (ChoiceVariant.Default with { Gaussian = true }).Graph(neighbours);
        Assert.Equal(Math.Exp(-1 / 8.0), graph.NeighbourWeights(0)[0], 1e-15);
        Assert.Equal(Math.Exp(-16 / 8.0), graph.NeighbourWeights(3)[0], 1e-15);
        Assert.Equal(1, ChoiceVariant.Default.Graph(neighbours).NeighbourWeights(3)[0]);
        var alike = NearestNeighbours.Of(zeros(4, 1), 1, TestContext.Current.CancellationToken);
        Assert.Equal(1, (ChoiceVariant.Default with { Gaussian = true }).Graph(alike).NeighbourWeights(0)[0]);
    }

    [Fact]
    public void EffectsAreRangesOfMeans()
    {
        Assert.Equal([0, 0, 0, 0, 0], ChoiceEffects.Of(With(_ => 0.75)));
        Assert.Equal([0, 0, 0, 0, 0], ChoiceEffects.Of(With(v => v.K), shuffled: true));
        Assert.Equal([40, 0, 0, 0, 0], ChoiceEffects.Of(With(v => v.K)));
        // The ideal filter has no hops and doesn't count there.
        Assert.Equal([0, 1, 0, 1.5, 0], ChoiceEffects.Of(With(v => v.Filter == ChoiceFilters.Smoothed ? 1.5 : v.Hops)));
        Assert.Equal([0, 0, 0.5, 0, 0], ChoiceEffects.Of(With(v => v.Gaussian ? 0.5 : 0)));
        Assert.Equal([0, 0, 0, 0, 2], ChoiceEffects.Of(With(v => v.Filter switch { ChoiceFilters.Smoothed => -1, ChoiceFilters.Legacy => -9, _ => 1 })));
        Assert.Equal([0, 0, 0, 3, 1], ChoiceEffects.Of(With(v => v.Filter switch { ChoiceFilters.Symmetric => 4, ChoiceFilters.Ideal => double.NaN, ChoiceFilters.Smoothed => 0, _ => 1 })));
    }

    [Fact]
    public void ATaskHasAPlainNameForItsCheckpoints() => Assert.Equal("noise--control-", ChoiceTasks.Noise(10).Key);

    [Fact]
    public void AVariantsSkillIsThatOfItsPlace()
    {
        var result = With(v => v == ChoiceVariant.Default ? 1 : 0);
        Assert.Equal((1, 0.25, 0), (result.Skill(ChoiceVariant.Default), result.Skill(ChoiceVariant.Default, shuffled: true), result.Skill(ChoiceVariant.Default with { K = 10 })));
        Assert.Contains("no variant", Assert.Throws<ArgumentException>(() => result.Skill(ChoiceVariant.Default with { K = 11 })).Message);
    }
}
