using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Outputs;
using Limpid.Mahalanobis.Sweeps;
using Limpid.Reproduction;
using Limpid.Tests.Mahalanobis.Digits;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Outputs;

/// <summary>The experiment on output activations, small, and the printed columns.</summary>
public class OutputTests
{
    public static TheoryData<DigitPlan> Plans => [.. DigitPlan.Six, DigitPlan.Offsets[1]];

    [Theory]
    [MemberData(nameof(Plans))]
    public void WhatIsMeasuredBelongsTogether(DigitPlan plan)
    {
        using var train = DigitNetworksTests.Images(60, 1);
        using var test = DigitNetworksTests.Images(20, 2);
        var settings = new OutputSettings(2, new(20) { Every = 10, Rate = 2e-5 }) { FirstSeed = 1000 };
        var result = OutputExperiment.Run(plan, train, test, settings, new Experiment("small", RunMode.Quick, settings), TestContext.Current.CancellationToken);
        // A floor at the least activation and a ceiling at the largest change nothing.
        foreach (var clamps in new[] { result.Layer, result.Code })
        {
            Close.Values(result.Curve.Train[^1], clamps.Raise.Of(0), 1e-9);
            Close.Values(result.Curve.Train[^1], clamps.Lower.Of(1), 1e-9);
            Assert.All(clamps.RaiseHalf.Concat(clamps.LowerHalf), half => Assert.InRange(half, 0, 1));
        }
        Close.Values(result.Curve.Train[0], result.Untrained.Raise.Of(0), 1e-9);
        if (plan.Output is DigitOutput.Plain) Assert.Equal(result.Layer.Raise.Accuracies.SelectMany(row => row), result.Code.Raise.Accuracies.SelectMany(row => row));
        if (plan.Absolute) Assert.All(result.Units.HiddenDead.Concat(result.Units.OutputDead), dead => Assert.Equal(0, dead));
        Assert.All(result.Units.OutputRare.Zip(result.Units.OutputDead), pair => Assert.True(pair.First >= pair.Second));
        Close.Values(result.Curve.Test[^1].Select(part => 100 * part), result.Test, 1e-9);
        Assert.Equal(100 * (result.Layer.Raise.Of(0)[1] - result.Layer.Raise.Of(0.1)[1]), result.LostRaised(0.1)[1], 1e-9);
        Assert.Equal(100 * (result.Untrained.Lower.Of(1)[0] - result.Untrained.Lower.Of(0.1)[0]), result.LostLowered(0.1, true)[0], 1e-9);
        Assert.All(result.Sums, sums => Assert.Equal(6, sums.Length));
    }

    [Fact]
    public void DeadOutputsAreCountedByHand()
    {
        using var scope = NewDisposeScope();
        using var train = DigitNetworksTests.Images(60, 1);
        using var test = DigitNetworksTests.Images(20, 2);
        var settings = new OutputSettings(1, new(0)) { FirstSeed = 1000 };
        var plan = DigitPlan.Six[2];
        var result = OutputExperiment.Run(plan, train, test, settings, new Experiment("small", RunMode.Quick, settings), TestContext.Current.CancellationToken);
        using var network = new DigitNetworks(plan, [new(1000)], 40);
        var outputs = network.call(train.Pixels)[0];
        var dead = Enumerable.Range(0, 10).Count(k => Enumerable.Range(0, 60).All(i => outputs[k, i].item<float>() <= 1e-6));
        Assert.Equal(dead, result.Units.OutputDead[0]);
        Assert.Equal(result.Units.OutputDead[0], result.UntrainedUnits.OutputDead[0]);
        var pixels = train.Pixels;
        var hidden = network.Activate(network.Sums(pixels, 0));
        Assert.Equal(Enumerable.Range(0, 128).Count(j => hidden.select(1, j).abs().max().item<float>() <= 1e-6), result.Units.HiddenDead[0]);
    }

    [Fact]
    public void AFinishedRunIsKept()
    {
        using var train = DigitNetworksTests.Images(20, 1);
        using var test = DigitNetworksTests.Images(10, 2);
        var settings = new OutputSettings(1, new(2) { Every = 1, Rate = 1e-6 }) { FirstSeed = 1000 };
        var folder = Directory.CreateTempSubdirectory("limpid-outputs-").FullName;
        try
        {
            OutputResult Run(CancellationToken cancel) => OutputExperiment.Run(DigitPlan.Six[4], train, test, settings, new Experiment("small", RunMode.Full, settings, folder), cancel);
            var first = Run(TestContext.Current.CancellationToken);
            // Cancelled from the start: what is there can only have been read.
            var second = Run(new(true));
            Assert.Equal(first.Test, second.Test);
            Assert.Equal(first.Units.OutputRare, second.Units.OutputRare);
            Assert.Equal(first.Code.RaiseHalf, second.Code.RaiseHalf);
            Assert.Equal(first.Untrained.Lower.Accuracies[0], second.Untrained.Lower.Accuracies[0]);
            Assert.Equal(first.Sums[3], second.Sums[3]);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void AHalfThatNeverComesIsTheEnd()
    {
        var flat = new SweepCurve([0, 0.5, 1], [[0.8, 0.8, 0.8]]);
        var clamps = new ClampCurves(flat, flat);
        Close.Values([1, 0], [clamps.RaiseHalf[0], clamps.LowerHalf[0]], 0);
        var falls = new ClampCurves(new([0, 0.5, 1], [[0.8, 0.2, 0.1]]), new([0, 0.5, 1], [[0.1, 0.2, 0.8]]));
        Close.Values([1.0 / 3, 2.0 / 3], [falls.RaiseHalf[0], falls.LowerHalf[0]], 1e-12);
    }

    [Fact]
    public void TheFirstColumnHasThePublishedTs()
    {
        Close.Values([18.05, 13.1, 9.02, 1.58], OutputTable.Tests.Select(test => OutputTable.Test(0, test.First, test.Second).T), 0.05);
        Assert.Equal(3, OutputTable.Columns.Length);
        Assert.True(OutputTable.Deviation(0) < 0.1 && OutputTable.Deviation(2) > 0.1);
        Close.Values([6.3, 12.1], [OutputTable.Test(0, "ReLU", "Abs").T, OutputTable.Test(2, "ReLU", "Abs").T], 0.05);
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputTable.Of(3, "ReLU"));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutputTable.Of(0, "Abs-L2"));
    }
}
