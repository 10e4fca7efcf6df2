using Limpid.Spectral;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Training;

[Collection(ProcessCollection.Name)]
public sealed class SpectralTrainingTests
{
    private static readonly SpectralLayout Small = new(3, [(8, LayerActivation.Tanh), (2, LayerActivation.Linear)]) { Penalty = new(Penalty.L2(1e-3), Penalty.L2(1e-3)), Dropout = 0.2 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Class 1 where the first input is positive; the others are noise.
    private static (Tensor X, Tensor Y) Data(int count)
    {
        var x = Random(1, count, 3).to(float32);
        return (x, x.select(1, 0).gt(0).to(int64));
    }

    private static (TrainingCurve Curve, InputRelevance Relevance) Run(int epochs, SpectralLayout layout)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(200);
        manual_seed(5);
        using var network = new SpectralNetwork(layout);
        var curve = SpectralTraining.Train(network, x, y, SpectralLoss.Classes, new(0.01, 32, epochs), new Random(3), cancel: Cancel);
        Assert.False(network.training);
        return (curve, InputRelevance.Of(network.First));
    }

    [Fact]
    public void The_one_input_that_matters_is_found_and_training_repeats()
    {
        var (curve, relevance) = Run(60, Small);
        Assert.True(curve.Score[^1] > 0.9 && curve.ValidationScore[^1] >= 0.9, $"{curve.Score[^1]}, {curve.ValidationScore[^1]}");
        Assert.True(relevance.Relative is [1, < 0.4, < 0.4], string.Join(", ", relevance.Relative));
        var (again, same) = Run(60, Small);
        Assert.Equal(curve.Loss, again.Loss);
        Assert.Equal(relevance, same);
        Assert.NotEqual(curve.Loss, Run(60, Small with { Setup = SpectralSetup.Direct }).Curve.Loss);
    }

    [Fact]
    public void The_last_tenth_is_set_apart_and_the_last_small_batch_counts()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(25);
        // The last three samples have labels that nothing was trained on: 22 in training, in steps of 8, 8 and 6.
        using var network = new SpectralNetwork(Small with { Dropout = 0, Normalised = false });
        var before = SpectralTraining.Score(network, x.narrow(0, 0, 22), y.narrow(0, 0, 22), SpectralLoss.Classes);
        var curve = SpectralTraining.Train(network, x, y, SpectralLoss.Classes, new(1e-12, 8, 1), new Random(1), cancel: Cancel);
        Close.Value(before, curve.Score[0], 1e-12);
        Close.Value(SpectralTraining.Score(network, x.narrow(0, 22, 3), y.narrow(0, 22, 3), SpectralLoss.Classes), curve.ValidationScore[0], 1e-12);
        var loss = nn.functional.cross_entropy(network.call(x.narrow(0, 0, 22)), y.narrow(0, 0, 22)) + network.Penalty();
        Close.Value(loss.ToDouble(), curve.Loss[0], 1e-5);
        Assert.True(double.IsNaN(SpectralTraining.Train(network, x, y, SpectralLoss.Classes, new(0.01, 8, 1) { ValidationShare = 0 }, new Random(1), cancel: Cancel).ValidationLoss[0]));
    }

    [Fact]
    public void Kerass_conventions_are_kept()
    {
        using var network = new SpectralNetwork(Small);
        // Spectral layer, activation, batch normalisation, dropout, in this order.
        Assert.Equal(["SpectralLinear", "Sequential", "Tanh", "BatchNorm1d", "Dropout", "SpectralLinear"], network.named_modules().Select(named => named.module.GetName()));
        var norm = network.modules().OfType<TorchSharp.Modules.BatchNorm1d>().Single();
        Assert.Equal((0.01, 1e-3), (norm.momentum, norm.eps));
        Assert.Equal(1e-7, new SpectralTrainingSettings(0.1, 1, 1).Epsilon);
        Assert.Equal(11_398, new SpectralTrainingSettings(0.1, 500, 1).TrainingPart(12_665));
        Assert.Equal(43_200, new SpectralTrainingSettings(0.1, 500, 1).TrainingPart(48_000));
    }

    [Fact]
    public void Other_tasks_have_their_own_score()
    {
        using var scope = NewDisposeScope();
        Tensor output = tensor(new[,] { { 1f }, { -2f } }), target = tensor(new[,] { { 1f }, { 1f } });
        Close.Value((Math.Log(1 + Math.Exp(-1)) + Math.Log(1 + Math.Exp(2))) / 2, SpectralLoss.Binary.Of(output, target).ToDouble(), 1e-6);
        Assert.Equal([1, 0], Values(SpectralLoss.Binary.Score(output, target)));
        Assert.Equal(1.5, SpectralLoss.AbsoluteError.Of(output, target).ToDouble(), 1e-6);
        Assert.Equal([0, 3], Values(SpectralLoss.AbsoluteError.Score(output, target)));
    }

    [Fact]
    public void Wrong_input_is_named_and_nothing_is_changed()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(20);
        using var network = new SpectralNetwork(Small);
        var start = Values(network.First.Kernel());
        string Refused(Tensor inputs, Tensor targets, SpectralTrainingSettings? settings = null) =>
            Assert.ThrowsAny<ArgumentException>(() => SpectralTraining.Train(network, inputs, targets, SpectralLoss.Classes, settings ?? new(0.1, 5, 1), new Random(1), cancel: Cancel)).Message;
        Assert.Contains("expected [n, 3]", Refused(zeros(4, 2), y));
        Assert.Contains("expected 20", Refused(x, y.narrow(0, 0, 4)));
        Assert.Contains("class 8; expected 0 to 1", Refused(x, y + 7 * y.eq(y.max())));
        Assert.Contains("class -1", Refused(x, y - 1));
        var holed = x.clone();
        holed[4, 1] = float.NaN;
        Assert.Contains("column 1", Refused(holed, y));
        Assert.Contains("LearningRate", Refused(x, y, new(0, 5, 1)));
        Assert.Contains("BatchSize", Refused(x, y, new(0.1, 0, 1)));
        Assert.Contains("leave none", Refused(x.narrow(0, 0, 1), y.narrow(0, 0, 1), new(0.1, 5, 1) { ValidationShare = 0.5 }));
        Assert.Equal(start, Values(network.First.Kernel()));
        Assert.Throws<ArgumentException>(() => new SpectralNetwork(new SpectralLayout(3, [])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralNetwork(new SpectralLayout(0, [(2, LayerActivation.ReLU)])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralNetwork(Small with { Dropout = 1 }));
    }
}
