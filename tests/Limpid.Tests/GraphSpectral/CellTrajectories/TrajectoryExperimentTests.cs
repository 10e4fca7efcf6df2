using System.Text.Json;
using Limpid.GraphSpectral.CellTrajectories;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.CellTrajectories;

[Collection(ProcessCollection.Name)]
public sealed class TrajectoryExperimentTests
{
    private static readonly TrajectorySettings Small = new(Steps: 30, PretrainSteps: 10) { Neurons = 12, RefreshEvery = 5, GraphBatchSize = 40, Bins = 4, Permutations = 20 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_network_is_trained_and_read_and_its_numbers_survive_a_file()
    {
        using Trajectory y = YTrajectory.Draw(90, new Seed(1000));
        TrajectoryResult result = new TrajectoryExperiment(y, Small).Run(0.1, new Seed(1000), cancel: Cancel);
        Assert.Equal([10, 15, 20, 30], result.Graphs.Select(graph => graph.Step));
        Assert.Equal(12, result.Profiles.Means.Length);
        Assert.Equal(Enumerable.Range(0, 12), result.NeuronOrder.Order());
        Assert.Equal((3, 20, 12), (result.Correlations.Length, result.Correlations[0].Length, result.Correlations[0][0].Length));
        Assert.All(result.ProfileMap.Cast<double>(), value => Assert.InRange(value, 0, 1));
        Assert.InRange(result.Components, 1, 12);
        TrajectoryResult read = JsonSerializer.Deserialize<TrajectoryResult>(JsonSerializer.Serialize(result))!;
        Assert.Equal(result.ToString(), read.ToString());
        Assert.Equal(result.ProfileMap, read.ProfileMap);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_pairs_start_alike()
    {
        using Trajectory y = YTrajectory.Draw(90, new Seed(1000));
        var experiment = new TrajectoryExperiment(y, Small, ["T 0.00", "A 2.00"]);
        TrajectoryResult one = experiment.Run(0.1, new Seed(1001), cancel: Cancel), two = experiment.Run(0.1, new Seed(1001), cancel: Cancel), plain = experiment.Run(0, new Seed(1001), cancel: Cancel);
        Assert.Equal(one.Error, two.Error);
        Assert.Equal(one.Untrained.Paths, plain.Untrained.Paths);
        Assert.NotEqual(one.Error, plain.Error);
        Assert.Equal(2, one.Correlations[0].Length);
        Assert.Throws<ArgumentException>(() => new TrajectoryExperiment(y, Small, ["none"]));
    }

    [Fact]
    public void Correlation_is_pearsons_and_zero_where_nothing_varies()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new float[,] { { 1, 5 }, { 2, 5 }, { 4, 5 }, { 9, 5 } }), z = tensor(new float[,] { { 2 }, { 1 }, { 5 }, { 100 } });
        double[,] map = MarkerCorrelation.Of(x, z, [0, 1, 2]);
        Assert.Equal(MathNet.Numerics.Statistics.Correlation.Pearson([1, 2, 4], [2, 1, 5]), map[0, 0], 1e-9);
        Assert.Equal(0, map[1, 0]);
        Assert.Throws<ArgumentException>(() => MarkerCorrelation.Of(x, z, [0]));
    }
}
