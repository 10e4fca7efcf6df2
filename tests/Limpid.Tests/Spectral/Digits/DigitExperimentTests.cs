using Limpid.Reproduction;
using Limpid.Spectral;
using Limpid.Spectral.Digits;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Digits;

[Collection(ProcessCollection.Name)]
public sealed class DigitExperimentTests
{
    private static readonly DigitSettings Tiny = new() { Epochs = 2, LongEpochs = 3, LongSeeds = 1, MostPixels = 20, LearningRate = 1e-2, BatchSize = 20 };

    // Images of noise, in which one pixel says which digit it is.
    private static DigitPair Pair()
    {
        var (x, y) = (Random(1, 60, DigitPair.Pixels).abs().to(float32), Random(2, 60).gt(0).to(int64));
        x[TensorIndex.Colon, 5] = y.to(float32) * 5;
        return new DigitPair(0, 1, x, y, x.narrow(0, 0, 40).clone(), y.narrow(0, 0, 40).clone());
    }

    [Fact]
    public void The_fast_curve_is_that_of_masked_images()
    {
        using var scope = NewDisposeScope();
        var pair = Pair();
        manual_seed(1);
        using var network = new SpectralNetwork(Tiny.Layout());
        var relevance = InputRelevance.Of(network.First);
        var curve = MaskedCurve.Of(network, relevance.Ranking, pair.TestInputs, pair.TestDigits, SpectralLoss.Classes, 60).Scores;
        foreach (var n in new[] { 1, 7, 30, 60 })
            Assert.Equal(SpectralTraining.Score(network, relevance.Top(n).Apply(pair.TestInputs), pair.TestDigits, SpectralLoss.Classes), curve[n - 1]);
        Assert.True(network.training);
        Assert.Contains("expected each at most once", Assert.Throws<ArgumentException>(() => MaskedCurve.Of(network, [1, 1], pair.TestInputs, pair.TestDigits, SpectralLoss.Classes, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => MaskedCurve.Of(network, [1], pair.TestInputs, pair.TestDigits, SpectralLoss.Classes, 2));
        Assert.Contains("[m, 784]", Assert.Throws<ArgumentException>(() => MaskedCurve.Of(network, [1], zeros(2, 3), zeros(2), SpectralLoss.Classes, 1)).Message);
    }

    [Fact]
    public void A_long_run_begins_as_the_short_one_and_both_repeat()
    {
        using var scope = NewDisposeScope();
        var experiment = new DigitExperiment(Pair(), Tiny);
        Seed[] seeds = [new(3), new(4)];
        var kept = 0;
        var results = experiment.Run(seeds, trained: (_, _) => kept++, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(2, kept);
        Assert.Equal((3, 2), (results[0].Training.Loss.Length, results[1].Training.Loss.Length));
        Assert.Equal((2, 3), (results[0].Spectral.Epochs, results[0].Long!.Epochs));
        Assert.Null(results[1].Long);
        Assert.NotEqual(results[0].Spectral.Relevance, results[0].Long!.Relevance);
        var again = new DigitExperiment(Pair(), Tiny with { LongSeeds = 0 }).Run([seeds[0]], cancel: TestContext.Current.CancellationToken)[0];
        Assert.Equal(results[0].Spectral.Relevance, again.Spectral.Relevance);
        Assert.Equal(results[0].Plain.Curve, again.Plain.Curve);
        Assert.Equal(results[0].Loss(2), again.Loss(2));
    }

    [Fact]
    public void A_reading_counts_unused_pixels_and_ranks_the_others()
    {
        var reading = new DigitReading { Epochs = 1, Accuracy = 1, Relevance = [0, 2, 0.09, 0.1, 1], Curve = [], ByLot = [], ByVariance = [], Untrained = [] };
        Assert.Equal(2, reading.Unused);
        Assert.Equal([1, 4, 3, 2, 0], reading.Ranking);
        Assert.Equal(new InputMask([false, true, false, false, true]), reading.Top(2));
        Close.Values([0, 1, 0.045, 0.05, 0.5], reading.Relative, 1e-15);
        Assert.Equal([0, 0], (reading with { Relevance = [0, 0] }).Relative);
    }

    [Fact]
    public void The_layout_and_the_penalty_at_the_start_are_the_papers()
    {
        manual_seed(2);
        using var network = new SpectralNetwork(new DigitSettings().Layout());
        Assert.Equal([784L, 100, 100, 50], network.Layers.Select(layer => layer.Inputs));
        Assert.Equal(10, network.Layers[3].Outputs);
        using var penalty = network.Penalty();
        // 784 * 1e-2 and, as the mean square of Glorot's start is 2 / (784 + 100), 78 400 * 2 / 884 * 1e-4.
        Close.Value(7.84 + 0.01774, penalty.ToDouble(), 1e-3);
    }

    [Fact]
    public void A_picture_has_the_pixels_row_by_row_in_percent()
    {
        var picture = DigitPair.Picture([.. Enumerable.Range(0, DigitPair.Pixels).Select(i => i / 1000.0)]);
        Assert.Equal((0, 3, 78), (picture[0, 0], picture[1, 0], picture[27, 27]));
        Assert.Throws<ArgumentException>(() => DigitPair.Picture([1]));
    }

    [Fact]
    public void Wrong_digits_are_named()
    {
        Assert.Contains("in rising order", Assert.Throws<ArgumentOutOfRangeException>(() => DigitPair.Read(1, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => DigitPair.Read(0, 10));
        Assert.Contains("at least 10", Assert.Throws<ArgumentOutOfRangeException>(() => DigitPair.Read(0, 1, 3)).Message);
    }
}
