using Limpid.Data;
using Limpid.GraphSpectral.Capsules;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

[Collection(ProcessCollection.Name)]
public class CapsulePairTests
{
    [Fact]
    public void TheFirstSeedsNetworksArePutAsideAndFoundAgain()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory("limpid-caps-").FullName;
        try
        {
            var (experiment, variants) = (new CapsuleExperiment(TinyDigits.Data(30, 1), TinyDigits.Data(12, 2), TinyDigits.Settings(1)), CapsuleVariant.Pair(0.02));
            var pair = new CapsulePair(RunMode.Quick, TinyDigits.Settings(1), new Seed(4), 30, folder);
            var results = experiment.Run(variants, [new Seed(4), new Seed(5)], trained: pair.Keep, cancel: TestContext.Current.CancellationToken);
            Assert.Equal(["capsules-gsr-quick", "capsules-none-quick"], TrainedModels.Open(folder).Models.Select(model => model.Name));
            var told = pair.Describe(variants[1]);
            Assert.Equal((4, "quick", "capsules"), (told.Seed, told.Mode, told.Notebook));
            Assert.Equal(results[1].TestAccuracy, told.Accuracy);
            Assert.Contains("30 images, 1 epochs of batch 10, Adam 0.005, alpha 0.02, layout 3-2-4-5", told.Settings);
            using var network = pair.Load(variants[1]);
            Assert.False(network.training);
            Assert.Equal(results[1].Slopes.Values, experiment.Read(network, variants[1], new Seed(4)).Slopes.Values);
            var full = new CapsulePair(RunMode.Full, TinyDigits.Settings(1), new Seed(4), 30, folder);
            Assert.Contains("'capsules-gsr'", Assert.Throws<TrainedModelException>(() => full.Load(variants[1])).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void TheShippedPairIsReadOnlyAndFits()
    {
        using var scope = NewDisposeScope();
        var pair = new CapsulePair(RunMode.Quick, new CapsuleSettings(CapsuleLayout.Small, 1, 1), new Seed(0), 1, folder: null);
        Assert.False(CapsulePair.Ships(new Seed(12345), 1));
        foreach (var variant in CapsuleVariant.Pair(1).Where(variant => TrainedModels.Shipped.Has($"capsules-{variant.Name.ToLowerInvariant()}")))
        {
            using var network = pair.Load(variant);
            Assert.InRange(pair.Describe(variant).Accuracy!.Value, 0.95, 1);
        }
        using var untrained = new CapsNet();
        var experiment = new CapsuleExperiment(TinyDigits.Data(3, 1), TinyDigits.Data(3, 2), TinyDigits.Settings(1));
        var result = experiment.Run([CapsuleVariant.Pair(1)[0]], [new Seed(0)], cancel: TestContext.Current.CancellationToken)[0];
        Assert.Throws<InvalidOperationException>(() => pair.Keep(untrained, result));
    }
}
