using Limpid.Data;
using Limpid.Relevance;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Images;

[Collection(ProcessCollection.Name)]
public class ImageModelsTests
{
    private static readonly ImageTrainingSettings Small = new(60, 6, 20);

    /// <summary>Pictures of 28 x 28 whose left or right half is bright: two classes of ten.</summary>
    private static ImageSet Halves(int count)
    {
        var random = new Random(5);
        var labels = Enumerable.Range(0, count).Select(i => (long)(i % 2)).ToArray();
        var pixels = Enumerable.Range(0, count * 784).Select(at => (float)(0.2 * random.NextDouble() + (at % 28 < 14 == (labels[at / 784] == 1) ? 0.8 : 0))).ToArray();
        return new ImageSet("halves", tensor(pixels, [count, 1, 28, 28]), tensor(labels), [.. Enumerable.Range(0, 10).Select(i => $"{i}")]);
    }

    [Fact]
    public void NetworksGiveScoresAndCanBeExplained()
    {
        using var scope = NewDisposeScope();
        (nn.Module<Tensor, Tensor> Network, Tensor Input, long Classes)[] all =
        [
            (ImageNetworks.Vgg(new Seed(1)), rand(2, 3, 64, 64), 4), (ImageNetworks.ResNet(new Seed(1)), rand(2, 3, 64, 64), 4),
            (ImageNetworks.Fashion(new Seed(1)), rand(2, 1, 28, 28), 10),
        ];
        foreach (var (network, input, classes) in all)
        {
            network.eval();
            Assert.Equal([2, classes], network.call(input).shape);
            using var result = new RelevancePropagation(network, Composite.EpsilonPlus().Pruned(Pruning.Lambda())).Explain(input);
            Assert.Equal(input.shape, result.Input.shape);
        }
    }

    [Fact]
    public void TrainingLearnsRepeatsAndRefusesTooFewImages()
    {
        using var scope = NewDisposeScope();
        using var data = Halves(60);
        var networks = Enumerable.Range(0, 2).Select(_ => ImageNetworks.Fashion(new Seed(3))).ToArray();
        var losses = networks.Select(network => ImageTraining.Train(network, data, Small, new Seed(3), cancel: TestContext.Current.CancellationToken)).ToArray();
        Assert.Equal(Small.Steps, losses[0].Count);
        Assert.Equal(losses[0], losses[1]);
        Assert.Equal(1, ImageClassifier.Accuracy(networks[0], data));
        Assert.Equal([0L, 1, 2], ImageClassifier.FirstExplained(networks[0], data, 3));
        Assert.Throws<ArgumentException>(() => ImageClassifier.FirstExplained(networks[0], data, 61));
        Assert.Throws<ArgumentException>(() => ImageTraining.Train(networks[0], data, Small with { Images = 61 }, new Seed(3), cancel: TestContext.Current.CancellationToken));
        networks[0].train();
        Assert.Throws<ArgumentException>(() => ImageClassifier.ReadRight(networks[0], data));
    }

    [Fact]
    public void AnImageReadRightByANegativeScoreIsNotExplained()
    {
        using var scope = NewDisposeScope();
        using var data = Halves(4);
        var network = nn.Sequential(nn.Flatten(), nn.Linear(784, 10));
        using (no_grad())
        {
            foreach (var parameter in network.parameters()) parameter.zero_();
            network.parameters().Last().sub_(arange(10, float32).add(1));
        }
        network.eval();
        // Class 0 has the largest score, -1: images 0 and 2 are read right.
        Assert.Equal([true, false, true, false], ImageClassifier.ReadRight(network, data));
        Assert.All(ImageClassifier.CanBeExplained(network, data), Assert.False);
        Assert.Throws<ArgumentException>(() => ImageClassifier.FirstExplained(network, data, 1));
    }

    [Fact]
    public void AFullRunKeepsWeightsAndGoesOnWithThem()
    {
        using var scope = NewDisposeScope();
        using var data = Halves(60);
        var folder = Directory.CreateTempSubdirectory("limpid-images-");
        try
        {
            var trained = 0;
            ImageModel Run() => new ImageModels(new Experiment("photographs", RunMode.Full, Small, Path.Combine(folder.FullName, "checkpoints")), Path.Combine(folder.FullName, "models"))
                .Obtain("Halves", ImageNetworks.Fashion, Small, new Seed(4), () => { trained++; return Halves(60); }, data, TestContext.Current.CancellationToken);
            var (first, second) = (Run(), Run());
            Assert.Equal(1, trained);
            Assert.Equal(1, first.Accuracy);
            Assert.True(first.Untrained < 0.9);
            Assert.True(first.Network.call(data.Images).equal(second.Network.call(data.Images)).all().item<bool>());
            var entry = TrainedModels.Open(Path.Combine(folder.FullName, "models"))["photographs-halves"];
            Assert.Equal(("full", 1.0), (entry.Mode, entry.Accuracy));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AQuickRunWithoutShippedWeightsTrains()
    {
        using var scope = NewDisposeScope();
        using var data = Halves(60);
        var model = new ImageModels(new Experiment("photographs", RunMode.Quick, Small), "unused")
            .Obtain("Halves", ImageNetworks.Fashion, Small, new Seed(4), () => Halves(60), data, TestContext.Current.CancellationToken);
        Assert.Equal(("trained in this run", 1.0), (model.Origin, model.Accuracy));
        Assert.False(Directory.Exists("unused"));
    }
}
