using Limpid.Data.Dna;
using Limpid.Data.Tabular;
using Limpid.Reproduction;
using Limpid.Spectral.Spectra;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Spectra;

[Collection(ProcessCollection.Name)]
public sealed class SpectrumExperimentTests
{
    [Fact]
    public void Targets_lie_between_minus_1_and_1_and_scaling_knows_training_samples_alone()
    {
        using var scope = NewDisposeScope();
        var data = SpectrumData.OfTable(TabularSets.Diabetes(), 0.2, new Seed(3));
        Assert.Equal([354, 10], data.Train.shape);
        Assert.Equal([88, 1], data.TestTargets.shape);
        Close.Value(0, data.Train.mean().ToDouble(), 1e-5);
        Close.Value(1, data.TrainTargets.abs().max().ToDouble(), 1e-6);
        Assert.NotInRange(data.Test.mean([0]).abs().max().ToDouble(), 0, 1e-4);
    }

    [Fact]
    public void A_window_is_four_inputs_a_position()
    {
        using var scope = NewDisposeScope();
        var windows = DnaSets.SpliceJunctions();
        var data = SpectrumData.OfJunctions(windows, 0.2, new Seed(3));
        Assert.Equal([windows.Count - data.Test.size(0), 240], data.Train.shape);
        Assert.Equal(1, data.Train.view(-1, 60, 4).sum(2L).min().ToDouble());
        // G and T follow nearly every exon's end at position 30: inputs 4 * 30 + 2 and 4 * 31 + 3 are common where the target is 1.
        var junctions = data.Train.index_select(0, data.TrainTargets.flatten().gt(0).nonzero().flatten());
        Assert.True(junctions[TensorIndex.Colon, 122].mean().ToDouble() > 0.5);
    }

    [Fact]
    public void The_input_that_matters_is_found()
    {
        var settings = new SpectrumSettings { Steps = 150 };
        SpectrumData Draw(Seed seed)
        {
            manual_seed(seed);
            var x = randn(120, 6);
            var y = x.narrow(1, 2, 1).tanh();
            return new(x.narrow(0, 0, 80), y.narrow(0, 0, 80), x.narrow(0, 80, 40), y.narrow(0, 80, 40));
        }
        var result = Assert.Single(new SpectrumExperiment("one of six", Draw, settings, [1, 6]).Run([new Seed(5)]));
        Assert.Equal(2, Array.IndexOf(result.Relevance, result.Relevance.Max()));
        Assert.True(result.TestError < result.ConstantError && result.Masked[0] < result.MaskedUntrained[0] + 1e-9, $"{result.TestError} {result.ConstantError}");
        Close.Value(result.TestError, result.Masked[1], 1e-6);
        Assert.True(SpectrumResult.Ratio(result.Relevance, [2]) > SpectrumResult.Ratio(result.Untrained, [2]));
        // 72 of 80 samples are trained on, in 8 steps a pass.
        Assert.Equal(19, settings.Training(80).Epochs);
    }

    [Fact]
    public void Ratios_by_hand()
    {
        Close.Value(3, SpectrumResult.Ratio([1, 4, 8], [1, 2]) / 2, 1e-12);
        Assert.Throws<ArgumentException>(() => SpectrumResult.Ratio([1, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => SpectrumResult.Ratio([1, 0], [0]));
    }
}
