using Limpid.Relevance.Genomics;
using Limpid.Relevance.PlantedMotifs;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.PlantedMotifs;

[Collection(ProcessCollection.Name)]
public sealed class MotifExperimentTests
{
    private static readonly MotifSettings Small = new()
    {
        Train = 64, Validation = 40, Test = 120, Explained = 8, Flipped = 3, FlipStep = 50, Shares = [.25, .5], Gate = 0, Attempts = 1,
        Training = new SequenceTrainingSettings { Epochs = 1, BatchSize = 32 },
    };

    private static readonly PlantedTask Task = PlantedTask.Of(PlantedDesign.Extended);

    [Fact]
    public void A_run_gives_every_reading_and_repeats()
    {
        using DisposeScope scope = NewDisposeScope();
        var kept = 0;
        MotifResult First() => new MotifExperiment(Task, Small).Run([new Seed(5)], trained: (network, _) => kept += (int)network.parameters().Count(), cancel: TestContext.Current.CancellationToken)[0];
        MotifResult result = First(), again = First();
        Assert.True(kept > 0);
        Assert.Equal(Small.Explained, result.Explained);
        Assert.Equal(17, result.Maps.Count);
        Assert.Equal(18, result.Flips.Count);
        Assert.Equal(["relu4", "flatten", "pool2", "pool1"], result.Hidden.Select(layer => layer.Layer));
        Assert.All(result.OracleAreas, area => Assert.InRange(area, 0.9, 1));
        Assert.Equal(result.Maps.Select(map => map.MassAccuracy), again.Maps.Select(map => map.MassAccuracy));
        Assert.Equal(result.Flips.SelectMany(flip => flip.MostFirst), again.Flips.SelectMany(flip => flip.MostFirst));
        // At the pruned layer the Gini index can't fall.
        Assert.All(result.Hidden, layer => Assert.True(layer.Lambda >= layer.Plain - 1e-9, $"{layer}"));
    }

    [Fact]
    public void A_network_that_does_not_read_its_task_is_not_explained()
    {
        using DisposeScope scope = NewDisposeScope();
        var experiment = new MotifExperiment(Task, Small with { Gate = 0.97, Attempts = 2 });
        var message = Assert.Throws<InvalidOperationException>(() => experiment.Run([new Seed(5)], cancel: TestContext.Current.CancellationToken)).Message;
        Assert.Contains("2 networks reached", message);
        Assert.Contains("expected 0.97", message);
    }
}
