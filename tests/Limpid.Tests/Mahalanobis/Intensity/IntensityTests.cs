using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Intensity;
using Limpid.Mahalanobis.Sweeps;
using Limpid.Reproduction;
using Limpid.Tests.Mahalanobis.Digits;
using Xunit;

namespace Limpid.Tests.Mahalanobis.Intensity;

/// <summary>The whole experiment, small.</summary>
public class IntensityTests
{
    [Fact]
    public void WhatIsMeasuredBelongsTogether()
    {
        var found = new List<IntensityResult>();
        using var train = DigitNetworksTests.Images(60, 1);
        using var test = DigitNetworksTests.Images(20, 2);
        var settings = new IntensitySettings(2, new(30) { Every = 15, Rate = 2e-5 }) { FirstSeed = 1000, Drift = [0.001, 1, 1000] };
        foreach (var plan in DigitPlan.Pair)
        {
            var result = IntensityExperiment.Run(plan, train, test, settings, new Experiment("small", RunMode.Quick, settings), TestContext.Current.CancellationToken);
            found.Add(result);
            // Undamaged, scaled by 1 and shifted by 0 are the same network; a clip above all sums changes nothing either.
            Close.Values(result.Curve.Train[^1], result.Scale.Of(1), 1e-9);
            Close.Values(result.Curve.Train[^1], result.Offset.Of(0), 1e-9);
            Close.Values(result.Curve.Train[^1], result.Clip.Of(10), 1e-9);
            Close.Values(result.Curve.Train[0], result.Untrained[0].Of(1), 1e-9);
            Assert.Equal(IntensityTable.Values(SweepKind.Offset), result.Untrained[2].At);
            Assert.All(result.DriftBare.SelectMany(row => row), part => Assert.Equal(0, part));
            Assert.All(result.Drift, row => Assert.Equal(0, row[1]));
            Assert.Equal(100 * (result.Clip.Of(1)[0] - result.Clip.Of(0.1)[0]), result.Lost(SweepKind.Clip, 0.1)[0], 1e-9);
            Assert.Equal((result.Lost(SweepKind.Offset, -0.1)[1] + result.Lost(SweepKind.Offset, 0.1)[1]) / 2, result.Lost(SweepKind.Offset, -0.1, 0.1)[1], 1e-9);
        }
        var chart = IntensityCharts.Sweep(found[0], found[1], [SweepKind.Scale, SweepKind.Clip], (0, 1.2), "A finding.", "scale or clip, %");
        // The axis, four sweeps, four tables with their places.
        Assert.Equal(1 + 4 + 8, chart.Data.Length);
        Assert.All(chart.Data[0].Values, value => Assert.InRange(value, 0, 120));
    }

    [Fact]
    public void AFinishedRunIsKept()
    {
        using var train = DigitNetworksTests.Images(20, 1);
        using var test = DigitNetworksTests.Images(10, 2);
        var settings = new IntensitySettings(1, new(2) { Every = 1, Rate = 1e-6 }) { FirstSeed = 1000, Drift = [1] };
        var folder = Directory.CreateTempSubdirectory("limpid-intensity-").FullName;
        try
        {
            IntensityResult Run(CancellationToken cancel) => IntensityExperiment.Run(DigitPlan.Pair[1], train, test, settings, new Experiment("small", RunMode.Full, settings, folder), cancel);
            var first = Run(TestContext.Current.CancellationToken);
            // Cancelled from the start: what is there can only have been read.
            var second = Run(new(true));
            Assert.Equal(first.Offset.Accuracies[0], second.Offset.Accuracies[0]);
            Assert.Equal(first.Clip.At, second.Clip.At);
            Assert.Equal(first.Curve.Epochs, second.Curve.Epochs);
            Assert.Equal(first.Untrained[1].Mean, second.Untrained[1].Mean);
            Assert.Equal(first.DriftBare[0], second.DriftBare[0]);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void TheTableIsThePapers()
    {
        Assert.Equal(7, IntensityTable.Values(SweepKind.Scale).Length);
        Assert.Equal(9, IntensityTable.Values(SweepKind.Clip).Length);
        Assert.Equal(20, IntensityTable.Values(SweepKind.Offset).Length);
        // Every table has the undamaged networks in it.
        foreach (var kind in new[] { SweepKind.Scale, SweepKind.Clip, SweepKind.Offset })
        {
            var at = IntensityTable.Values(kind).IndexOf(SweepGrid.Neutral(kind));
            Assert.Equal((99.99, 98.33), (IntensityTable.Accuracies(kind, true)[at], IntensityTable.Accuracies(kind, false)[at]));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => IntensityTable.Values(SweepKind.Raise));
    }
}
