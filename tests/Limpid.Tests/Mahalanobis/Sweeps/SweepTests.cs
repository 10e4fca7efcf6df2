using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Sweeps;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Sweeps;

/// <summary>Sweeps against loops over numbers, curves by hand.</summary>
public class SweepTests
{
    [Fact]
    public void GridsAreTheCodes()
    {
        Assert.Equal((100, 125, 101), (SweepGrid.Logarithmic.Length, SweepGrid.Offsets.Length, SweepGrid.Parts.Length));
        Close.Values([0.01, 10], [SweepGrid.Logarithmic[0], SweepGrid.Logarithmic[^1]], 1e-12);
        Close.Values([-2, -0.45, -0.4, 0.39, 0.4, 1], new[] { 0, 31, 32, 111, 112, 124 }.Select(i => SweepGrid.Offsets[i]), 1e-12);
        foreach (var grid in new[] { SweepGrid.Logarithmic, SweepGrid.Offsets, SweepGrid.Parts }) Assert.True(grid.Zip(grid.Skip(1)).All(pair => pair.First < pair.Second));
        Assert.Equal([0.1, 0.2, 1], SweepGrid.With([1, 0.2], 0.1, 0.2));
    }

    [Theory]
    [InlineData(SweepKind.Scale)]
    [InlineData(SweepKind.Clip)]
    [InlineData(SweepKind.Offset)]
    [InlineData(SweepKind.Raise)]
    public void ASweepIsALoop(SweepKind kind)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var (sums, weight) = (empty([41, 6], dtype: float64).normal_(1, 2, generator), empty([3, 6], dtype: float64).normal_(0, 1, generator));
        var labels = arange(0, 41).remainder(3);
        var ranges = UnitRanges.Of(sums.abs());
        double[] values = [-0.4, 0.03, 0.5, 1];
        var found = PerturbationSweep.Accuracies(sums, labels, s => s.abs().mm(weight.t()), values.Select(value => SweepGrid.Change(kind, ranges, value)), 7, TestContext.Current.CancellationToken);
        var (s, w) = (sums.data<double>().ToArray(), weight.data<double>().ToArray());
        for (var v = 0; v < values.Length; v++)
        {
            var right = 0;
            for (var i = 0; i < 41; i++)
            {
                var scores = new double[3];
                for (var j = 0; j < 6; j++)
                {
                    var (x, p, least, largest) = (s[i * 6 + j], values[v], ranges.Least[j], ranges.Largest[j]);
                    var t = p * (largest - least);
                    var y = kind switch
                    {
                        SweepKind.Scale => p * x,
                        SweepKind.Clip => Math.Min(x, least + (largest - least) * p),
                        SweepKind.Raise => Math.Max(x, least + (largest - least) * p),
                        _ => (largest - t) / largest * x + t,
                    };
                    for (var c = 0; c < 3; c++) scores[c] += w[c * 6 + j] * Math.Abs(y);
                }
                if (Array.IndexOf(scores, scores.Max()) == i % 3) right++;
            }
            Close.Value(right / 41.0, found[v], 1e-12);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        using var scope = NewDisposeScope();
        var sums = zeros([2, 3]);
        UnitChange[] none = [UnitChange.None(3)];
        Assert.Equal([1.0], PerturbationSweep.Accuracies(sums, zeros([2], dtype: int64), s => s, none, cancel: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => PerturbationSweep.Accuracies(sums, zeros([3], dtype: int64), s => s, none, cancel: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => PerturbationSweep.Accuracies(sums, zeros([2], dtype: int64), s => s, [UnitChange.None(2)], cancel: TestContext.Current.CancellationToken));
        Assert.Throws<OperationCanceledException>(() => PerturbationSweep.Accuracies(sums, zeros([2], dtype: int64), s => s, none, cancel: new(true)));
    }

    [Fact]
    public void ACurveByHand()
    {
        var curve = new SweepCurve([-2, -1, 0, 2], [[0.1, 0.3, 0.8, 0.4], [0.5, 0.7, 1.0, 0.6]]);
        Assert.Equal([0.8, 1.0], curve.Of(0));
        Close.Values([0.4, 0.4], curve.Lost(2, 0), 1e-12);
        Close.Values([0.3, 0.5, 0.9, 0.5], curve.Mean, 1e-12);
        Close.Values([(0.2 + 0.55 + 1.2) / 4, (0.6 + 0.85 + 1.6) / 4], curve.Areas, 1e-12);
        var halves = curve.Halves(0);
        Close.Values([-0.8, 2, -2, double.NaN], [halves[0].Below, halves[0].Above, halves[1].Below, halves[1].Above], 1e-12);
        // Two values d apart: mean +- t(.975, 1) d / 2, and t(.975, 1) = 12.7062.
        Close.Value(12.7062 * 0.2, curve.HalfWidths()[0], 1e-4);
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Of(1));
        var part = curve.Within(-1, 1);
        Assert.Equal([-1, 0], part.At);
        Assert.Equal([0.7, 1.0], part.Accuracies[1]);
        // The mean goes .3, .5, .9, .5; the best at least 2 away from 0 are the ends, .4 and .6.
        Close.Values([0.4, 0, 0.4, 0.4], [curve.LargestFall, part.LargestFall, .. curve.Peak(0, 2)], 1e-12);
        Assert.Equal(new double[,] { { 30, 80 }, { 70, 100 } }, Percent.Of(part.Accuracies));
        Assert.Equal(new double[,] { { 30, 70 }, { 80, 100 } }, Percent.Of(part.Accuracies, turned: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Halves(0.5));
    }

    [Fact]
    public void TheTsOfPrintedTables()
    {
        // Differences 1, 2, 3: mean 2, standard error 1/sqrt(3).
        var paired = StudentT.Paired([2, 4, 6], [1, 2, 3]);
        Close.Values([2 * Math.Sqrt(3), 0.0742, 2], [paired.T, paired.P, paired.Freedom], 1e-4);
        var independent = StudentT.Independent((95.64, 0.19), (47.20, 12.00), 20);
        Close.Values([18.05, 38], [independent.T, independent.Freedom], 0.005);
        Assert.Equal(new TTest(0, 1, 1), StudentT.Paired([1, 2], [1, 2]));
        Assert.Equal(new TTest(double.PositiveInfinity, 0, 1), StudentT.Paired([2, 3], [1, 2]));
        Assert.True(double.IsNaN(StudentT.HalfWidth([1])));
        Assert.Throws<ArgumentException>(() => StudentT.Paired([1], [1]));
    }
}
