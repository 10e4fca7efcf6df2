using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.Autoencoders;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Autoencoders;

[Collection(ProcessCollection.Name)]
public class AutoencoderTests
{
    private static readonly AutoencoderLayout Small = new(6, 4) { Hidden = [8], NoiseDeviation = 0.1 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Tensor Samples(int count, int seed) => Check.Random(seed, count, 6).to(float32);

    private static Autoencoder Trained(AutoencoderSettings settings, Func<Tensor, long, Tensor>? penalty = null, AutoencoderLayout? layout = null)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var network = new Autoencoder(layout ?? Small);
        AutoencoderTraining.Train(network, Samples(40, 1), settings, new Random(2), penalty, cancel: Cancel);
        return network;
    }

    private static double[] Weights(Autoencoder network) => [.. network.parameters().SelectMany(Check.Values)];

    [Fact]
    public void TheLayersAreThoseOfTheLayout()
    {
        using var scope = NewDisposeScope();
        using var network = new Autoencoder(new AutoencoderLayout(20, 100));
        Assert.Equal(
            ["128x20", "128x128", "128x128", "100x128", "128x100", "128x128", "128x128", "20x128"],
            network.parameters().Where(p => p.ndim == 2).Select(p => string.Join('x', p.shape)));
        using var direct = new Autoencoder(new AutoencoderLayout(5, 2) { Hidden = [] });
        Assert.Equal(["2x5", "5x2"], direct.parameters().Where(p => p.ndim == 2).Select(p => string.Join('x', p.shape)));
        using var rectified = new Autoencoder(Small with { RectifiedEmbedding = true });
        Assert.True(rectified.Encode(Samples(50, 4)).min().ToSingle() >= 0);
    }

    [Fact]
    public void TheOutputIsThatOfTheLayersByHand()
    {
        using var scope = NewDisposeScope();
        using var network = new Autoencoder(Small);
        network.eval();
        var w = network.parameters().ToArray();
        Tensor Dense(Tensor x, int i) => x.matmul(w[2 * i].t()).add(w[2 * i + 1]);
        Tensor Leaky(Tensor x) => where(x > 0, x, x * 0.2);
        var x = Samples(5, 6);
        var z = Dense(Leaky(Dense(x, 0)), 1);
        Close.Values(Check.Values(z), Check.Values(network.Encode(x)), 1e-6);
        Close.Values(Check.Values(Dense(Leaky(Dense(z, 2)), 3)), Check.Values(network.call(x)), 1e-6);
    }

    [Fact]
    public void NoiseIsForTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var network = new Autoencoder(Small);
        var x = Samples(5, 6);
        network.eval();
        Assert.Equal(Check.Values(network.call(x)), Check.Values(network.call(x)));
        network.train();
        Assert.NotEqual(Check.Values(network.call(x)), Check.Values(network.call(x)));
        Assert.Equal(Check.Values(network.Encode(x)), Check.Values(network.Encode(x)));
    }

    [Theory]
    [InlineData(Sampling.WithReplacement)]
    [InlineData(Sampling.Shuffled)]
    public void EqualSeedsGiveEqualNetworksThatHaveLearnt(Sampling sampling)
    {
        using var scope = NewDisposeScope();
        var settings = new AutoencoderSettings { Steps = 400, BatchSize = 16, Sampling = sampling };
        using var untrained = Trained(settings with { Steps = 0 });
        using var first = Trained(settings);
        using var second = Trained(settings);
        Assert.Equal(Weights(first), Weights(second));
        Assert.False(first.training);
        double Error(Autoencoder network) => nn.functional.mse_loss(network.call(Samples(40, 1)), Samples(40, 1)).ToDouble();
        Assert.True(Error(first) < 0.6 * Error(untrained), $"{Error(first)} against {Error(untrained)}");
    }

    [Fact]
    public void TheLossIsTheErrorPlusThePenalty()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = new Autoencoder(Small with { NoiseDeviation = 0 });
        var x = Samples(7, 1);
        var expected = (network.call(x) - x).square().mean().ToDouble() + 2 * network.Encode(x).sum().ToDouble();
        var losses = new List<double>();
        AutoencoderTraining.Train(network, x, new AutoencoderSettings { Steps = 1, BatchSize = 7, Sampling = Sampling.Shuffled }, new Random(1),
            (z, step) => z.sum() * (2 + step), (_, loss) => losses.Add(loss), Cancel);
        Close.Value(expected, losses.Single(), 1e-5);
    }

    [Fact]
    public void ALearnedGraphIsBuiltWithoutNoiseAndEndsTheTraining()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = new Autoencoder(Small);
        var learning = new GraphLearning { PretrainSteps = 5, RefreshEvery = 5, GraphBatchSize = 30, StopWhenDisconnected = true, StepsAfterStop = 2, Kernel = CoActivationKernel.Adaptive(1) };
        using var penalty = new LearnedGraphPenalty(4, learning);
        var steps = 0;
        AutoencoderTraining.Train(network, Samples(40, 1), new AutoencoderSettings { Steps = 17 }, new Random(2), penalty, (done, _) => steps = done,
            Cancel);
        Assert.Equal([5L, 10, 15], penalty.History.Select(learned => learned.Step));
        Assert.Equal(17, steps);
        Assert.All(penalty.History, learned => Assert.Equal(4, learned.Graph.VertexCount));
        Assert.False(network.training);
    }

    [Fact]
    public void NothingIsLeftAndTheSamplesStayAsTheyAre()
    {
        using var scope = NewDisposeScope();
        using var network = new Autoencoder(Small);
        using var penalty = new GraphSpectralPenalty(Graph.Path(4), 0.1);
        var x = Samples(20, 1);
        var before = Check.Values(x);
        Check.LeavesNothing(() => AutoencoderTraining.Train(network, x, new AutoencoderSettings { Steps = 2 }, new Random(1), (z, _) => penalty.call(z), cancel: Cancel), 20);
        Assert.Equal(before, Check.Values(x));
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("Inputs", Assert.Throws<ArgumentOutOfRangeException>(() => new Autoencoder(new AutoencoderLayout(0, 2))).ParamName);
        Assert.Equal("Hidden", Assert.Throws<ArgumentOutOfRangeException>(() => new Autoencoder(Small with { Hidden = [3, 0] })).ParamName);
        using var network = new Autoencoder(Small);
        var settings = new AutoencoderSettings();
        Assert.Contains("[5, 7]; expected [n, 6]", Assert.Throws<ArgumentException>(() =>
            AutoencoderTraining.Train(network, zeros(5, 7), settings, new Random(1), cancel: Cancel)).Message);
        Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() =>
            AutoencoderTraining.Train(network, zeros(5, 6), settings with { LearningRate = 0 }, new Random(1), cancel: Cancel)).ParamName);
    }
}
