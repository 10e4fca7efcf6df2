using Limpid.Margin.LatentNetworks;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.LatentNetworks;

[Collection(ProcessCollection.Name)]
public sealed class LatentNetworkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_layers_are_those_of_LeNet()
    {
        using var scope = NewDisposeScope();
        using var network = LatentTraining.Start(10, new Seed(1));
        // 6 * 26 + 16 * 151 + 120 * 401 + 84 * 121 + 10 * 85.
        Assert.Equal(61_706, network.parameters().Sum(parameter => parameter.numel()));
        Assert.False(network.training);
        using var images = Patches.Of(260, 4, 1);
        var (features, scores) = network.Read(images.Images);
        Assert.Equal([260L, LatentNetwork.Latent], features.shape);
        Assert.True(features.ge(0).all().ToBoolean());
        Assert.False(scores.requires_grad);
        Assert.True(scores.allclose(network.call(images.Images), 1e-4, 1e-5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentNetwork(1));
    }

    [Fact]
    public void Training_learns_and_repeats()
    {
        using var scope = NewDisposeScope();
        using var train = Patches.Of(200, 3, 1);
        using var test = Patches.Of(60, 3, 2);
        var training = new LatentTraining(4, 20, 2e-3);
        using var untrained = LatentTraining.Start(3, new Seed(5));
        using var first = training.Train(train, new Seed(5), cancel: Cancel);
        using var again = training.Train(train, new Seed(5), cancel: Cancel);
        Assert.Equal(3, first.Classes);
        Assert.False(first.training);
        Assert.True(LatentTraining.Accuracy(first, test) > 0.95);
        Assert.True(LatentTraining.Accuracy(untrained, test) < 0.8);
        Assert.True(first.call(test.Images).equal(again.call(test.Images)).ToBoolean());
        Assert.Equal("4 epochs of batch 20, Adam 0.002", training.ToString());
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => training.Train(train, new Seed(5), cancel: stopped.Token));
    }
}
