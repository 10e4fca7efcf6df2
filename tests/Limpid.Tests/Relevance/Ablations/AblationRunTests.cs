using Limpid.Data;
using Limpid.Relevance;
using Limpid.Relevance.Ablations;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Ablations;

[Collection(ProcessCollection.Name)]
public class AblationRunTests
{
    private static readonly Variant[] Few = [.. AblationGrid.All.Where(variant => variant.Family == "z+" && variant.Name is AblationGrid.Plain or AblationGrid.Lambda && variant.Family == "z+")];

    private static Sequential Net()
    {
        var network = ImageNetworks.Fashion(new Seed(1001));
        network.eval();
        return network;
    }

    private static ImageSet Images(int count)
    {
        manual_seed(5);
        return new ImageSet("noise", rand(count, 1, 28, 28), arange(count, dtype: int64).remainder(10), [.. Enumerable.Range(0, 10).Select(i => $"{i}")]);
    }

    private static Experiment Nothing => new("ablation-tests", RunMode.Quick, new { });

    [Fact]
    public void Controls_have_as_many_non_zeros_as_the_pruned_map()
    {
        using var scope = NewDisposeScope();
        var images = Images(4);
        var masks = zeros(4, 28, 28, dtype: ScalarType.Bool);
        masks[.., ..14, ..] = tensor(true);
        var readings = new AblationRun("noise", Net(), Few) { BatchSize = 3, FlipImages = 3, Block = 7, BlocksPerStep = 8 }.Run(images, masks, new Seed(1000), Nothing, TestContext.Current.CancellationToken);
        var lambda = readings["z+", AblationGrid.Lambda];
        Assert.True(lambda.NonZero.Zip(readings["z+", AblationGrid.Plain].NonZero).All(pair => pair.First < pair.Second));
        Assert.Equal(lambda.NonZero, readings["z+", Control.Top].NonZero);
        Assert.Equal(lambda.NonZero, readings["z+", Control.Random].NonZero);
        Assert.True(readings["z+", Control.Threshold].NonZero.Zip(lambda.NonZero).All(pair => pair.First <= pair.Second + 1e-12));
        Assert.All(readings.All, reading => Assert.Equal((4, 4), (reading.Gini.Length, reading.Mass.Length)));
        Assert.Equal([3, 3, 0, 0, 3], readings.All.Select(reading => reading.Abpc.Length));
        Assert.Equal(Control.Top, readings.BestControl("z+", reading => reading.Name == Control.Top ? [1] : [0]).Name);
        Assert.Equal(["noise", "z+", "LRP"], AblationTable.Of("A finding.", (readings, "z+", AblationGrid.Plain)).Rows[0].Take(3));
        Assert.Equal("", AblationTable.Of("A finding.", (readings, "z+", Control.Top)).Rows[0][6]);
        Assert.Contains("'LRP'", Assert.Throws<ArgumentException>(() => readings["z+", "other"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_is_that_of_the_map_whatever_the_batches()
    {
        using var scope = NewDisposeScope();
        var (images, network) = (Images(3), Net());
        var one = new AblationRun("noise", network, Few) { BatchSize = 2, FlipImages = 0 }.Run(images, null, new Seed(1000), Nothing, TestContext.Current.CancellationToken);
        using var map = Few[1].Map(network, images.Images, images.Labels);
        Close.Values([.. Limpid.Evaluation.Complexity.Gini(map).data<double>()], one["z+", AblationGrid.Lambda].Gini, 1e-6);
        Assert.Empty(one["z+", AblationGrid.Lambda].Mass);
        Assert.Empty(one["z+", AblationGrid.Lambda].Abpc);
    }

    [Fact]
    public void Randomising_changes_maps_and_puts_the_network_back()
    {
        using var scope = NewDisposeScope();
        var (images, network) = (Images(3), Net());
        var before = network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var study = RandomisationStudy.Run("noise", network, images, Few, [new Seed(1000), new Seed(1001)], Nothing);
        foreach (var (name, value) in network.state_dict()) Assert.True(value.equal(before[name]).all().ToBoolean(), name);
        Assert.Equal(Few.Select(variant => variant.ToString()), study.Select(group => group.Key));
        foreach (var group in study)
        {
            Assert.Equal(2, group.Count());
            Assert.All(group, reading => Assert.Equal(6, reading.Mean.Length));
            Assert.All(group, reading => Assert.InRange(reading.Mean[^1], -1, 0.999));
            Assert.NotEqual(group.First().Mean[0], group.Last().Mean[0]);
        }
    }

    [Fact]
    public void Times_come_for_each_variant_and_repetition()
    {
        using var scope = NewDisposeScope();
        var images = Images(2);
        var times = PropagationTimes.Of(Net(), images.Images, images.Labels, Few, 2, 1);
        Assert.Equal(Few, times.Select(time => time.Variant));
        Assert.All(times, time => Assert.True(time.Seconds.Length == 2 && time.Seconds.All(seconds => seconds > 0)));
    }
}
