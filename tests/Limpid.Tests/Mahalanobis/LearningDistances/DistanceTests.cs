using System.Text.Json;
using System.Text.Json.Serialization;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.LearningDistances;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.LearningDistances;

/// <summary>Layers that learn distances: starts, steps, restarts and what is read of them.</summary>
public class DistanceTests
{
    private static readonly Seed[] Seeds = [new(1000), new(1001), new(1002)];

    private static readonly Seed[] Many = [.. Enumerable.Range(1000, 10).Select(i => new Seed(i))];

    private static DistanceRun Run(DistanceTask task, DistanceKind kind, DistanceOptions options, params Seed[] seeds) =>
        DistanceExperiment.Run(task, kind, seeds.Length > 0 ? seeds : Seeds, options, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(4)]
    public void TasksAreTheirSeedAndHaveTheAuthorsVariances(int d)
    {
        using var task = DistanceTask.Draw(d, new Seed(1000), 300);
        using var again = DistanceTask.Draw(d, new Seed(1000), 300);
        Assert.Equal([300L, d], task.Points.shape);
        Assert.Equal([(long)DistanceTask.TestPoints, d], task.Test.shape);
        Assert.True(task.Points.Same(again.Points));
        Assert.True(task.Distances.Same(task.Gaussian.Distances(task.Points)) && task.TestDistances.Same(task.Gaussian.Distances(task.Test)));
        Close.Value(1, task.Gaussian.Eigenvalues[0], 1e-9);
        if (d == 2) Close.Value(0.1223, task.Gaussian.Eigenvalues[1], 1e-9);
        if (d == 10) Close.Values([0.6786, 0.0069], [task.Gaussian.Eigenvalues[1], task.Gaussian.Eigenvalues[9]], 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => DistanceTask.Draw(0, new Seed(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistanceTask.Draw(2, new Seed(1), 1));
    }

    [Theory]
    [InlineData(DistanceKind.Abs, 3)]
    [InlineData(DistanceKind.Relu, 6)]
    [InlineData(DistanceKind.Sigmoid, 6)]
    public void LayersStartThroughTheDataAndLearn(DistanceKind kind, int rows)
    {
        using var scope = NewDisposeScope();
        using var task = DistanceTask.Draw(3, new Seed(1000), 200);
        var run = Run(task, kind, new(60) { Every = 25 });
        Assert.Equal([0, 25, 50, 60], run.Epochs);
        Assert.Equal((3, 4), (run.LogCurves().GetLength(0), run.LogCurves().GetLength(1)));
        Close.Value(Math.Log10(run.After[1].Loss), run.LogCurves()[1, 3], 1e-6);
        Assert.All(run.Before.Zip(run.After), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
        foreach (var layer in run.Before)
        {
            Assert.Equal([rows, rows], [layer.Weights.Length, layer.Biases.Length]);
            var (weight, bias) = (stack([.. layer.Weights.Select(row => tensor(row.ToArray()))], 0), tensor(layer.Biases.ToArray()));
            // Each row is 0 at some point of the data.
            var sums = task.Points.mm(weight.t()).add(bias);
            Assert.True(sums.abs().amin([0L]).max().item<double>() < 1e-4);
            var outputs = kind switch { DistanceKind.Abs => sums.abs(), DistanceKind.Relu => sums.relu(), _ => sums.sigmoid() };
            Close.Value(outputs.square().sum(1).sqrt().sub(task.Distances).square().mean().item<double>(), layer.Loss, 1e-4 * (1 + layer.Loss));
        }
        var alone = Run(task, kind, new(60), Seeds[1]);
        Close.Value(run.After[1].Loss, alone.After[0].Loss, 1e-3 * run.After[1].Loss);
        var json = new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        var text = JsonSerializer.Serialize(run, json);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<DistanceRun>(text, json), json));
    }

    [Fact]
    public void AbsoluteValuesStartAsTheFirstHalfOfReLU()
    {
        using var task = DistanceTask.Draw(3, new Seed(1000), 50);
        var (abs, relu) = (Run(task, DistanceKind.Abs, new(0)).Before[2], Run(task, DistanceKind.Relu, new(0)).Before[2]);
        Assert.Equal(abs.Weights.SelectMany(row => row), relu.Weights.Take(3).SelectMany(row => row));
        Assert.Equal(abs.Biases, relu.Biases.Take(3));
    }

    [Fact]
    public void AnAbsoluteLayerIsNearlyExactOrLosesARow()
    {
        using var task = DistanceTask.Draw(2, new Seed(1000), 200);
        var run = Run(task, DistanceKind.Abs, new(4000), Many);
        var (near, lost) = (run.After.Where(layer => layer.Loss < 0.001).ToArray(), run.After.Where(layer => layer.Lost == 1).ToArray());
        Assert.True(near.Length > 0 && lost.Length > 0);
        Assert.All(near, layer => Assert.True(layer.Lost == 0 && layer.Sphericity < 0.1 && Math.Abs(layer.TraceRatio - 1) < 0.15 && layer.PrecisionError < 0.2));
        Assert.All(lost, layer => Assert.InRange(layer.Sphericity, 0.8, Math.Sqrt(2) + 1e-9));
        Assert.Equal(run.After.Select(layer => layer.Loss < 1e-4), run.After.Select(layer => layer.Exact));
    }

    [Theory]
    [InlineData(DirectionRestart.Start)]
    [InlineData(DirectionRestart.Unheard)]
    public void RestartsBringDirectionsBack(DirectionRestart restart)
    {
        using var task = DistanceTask.Draw(2, new Seed(1000), 200);
        var (plain, again) = (Run(task, DistanceKind.Abs, new(4000), Many), Run(task, DistanceKind.Abs, new(4000) { RestartEvery = 1500, Restart = restart }, Many));
        Assert.All(plain.Restarts, count => Assert.Equal(0, count));
        Assert.True(again.Restarts.Sum() > 0);
        Assert.True(again.After.Average(layer => layer.Loss) < plain.After.Average(layer => layer.Loss));
        Assert.Equal(0, again.Restarts.Min());
        Assert.Equal((0, 4000), (again.Epochs[0], again.Epochs[^1]));
        Assert.Equal(again.Epochs.Order().Distinct(), again.Epochs);
    }

    [Fact]
    public void ARestartWhereTheLayerIsDeafMendsItAtOnce()
    {
        using var scope = NewDisposeScope();
        using var task = DistanceTask.Draw(5, new Seed(1000), 4000);
        using var data = Gaussian.Fit(task.Points);
        using var whole = WhiteningLayer.Random(data, new Seed(3));
        // Two directions oblique to the rows become constants.
        var u = RandomMatrices.Orthogonal(5, new Seed(4)).narrow(1, 0, 2);
        var weight = whole.weight!.sub(u.mm(u.t()).mm(whole.weight!)).detach();
        using var layer = new Limpid.Mahalanobis.Batched.BatchedLinear(weight.unsqueeze(0), whole.bias!.detach().unsqueeze(0));
        Assert.Equal([2], DirectionRestarts.Apply(layer, task.Points, DirectionRestart.Unheard, [new(1)], 1));
        using var mended = layer.Layer(0);
        var products = mended.weight!.mm(data.Covariance).mm(mended.weight!.t());
        // The mean of the gains was 3/5 in squares.
        Close.Values([0.6, 0.6, 1, 1, 1], Points.Numbers(linalg.eigvalsh(products)), 1e-6);
        Assert.True(mended.weight!.mv(data.Mean).add(mended.bias!).abs().max().item<double>() < 1e-6);
        Assert.Equal([0], DirectionRestarts.Apply(layer, task.Points, DirectionRestart.Unheard, [new(1)], 2));
    }

    [Fact]
    public void ThePenaltyMakesRowsOrthogonal()
    {
        using var task = DistanceTask.Draw(2, new Seed(1000), 100);
        LearnedDistance[] Layers(double weight, int after) => [.. Run(task, DistanceKind.Abs, new(800) { Orthogonality = weight, OrthogonalityAfter = after }, Many).After];
        static double Cosine(LearnedDistance layer) =>
            layer.Weights[0].Zip(layer.Weights[1], (a, b) => a * b).Sum() / Math.Sqrt(layer.Weights[0].Sum(a => a * a) * layer.Weights[1].Sum(b => b * b));
        var (with, without, late) = (Layers(1, 0), Layers(0, 0), Layers(1, 800));
        var (bent, free) = (with.Average(layer => Math.Abs(Cosine(layer))), without.Average(layer => Math.Abs(Cosine(layer))));
        Assert.InRange(bent, 0, free / 2);
        Assert.Equal(without.Select(layer => layer.Loss), late.Select(layer => layer.Loss));
    }

    [Fact]
    public void WhitenersHearAllAxesAlike()
    {
        using var scope = NewDisposeScope();
        using var task = DistanceTask.Draw(4, new Seed(1000), 50);
        var some = Run(task, DistanceKind.Abs, new(0)).Before[0];
        LearnedDistance Of(TorchSharp.Modules.Linear layer) => some with { Weights = [.. Points.Rows(layer.weight!).Select(row => (System.Collections.Immutable.ImmutableArray<double>)[.. row])] };
        Close.Values([1, 1, 1, 1], AxisGains.Of(Of(WhiteningLayer.Random(task.Gaussian, new Seed(1))), task.Gaussian), 1e-9);
        Close.Values(Enumerable.Repeat(Math.Sqrt(2), 4), AxisGains.Of(Of(ReluPairs.Of(WhiteningLayer.Zca(task.Gaussian))), task.Gaussian), 1e-9);
        Assert.Equal((2, 4), (AxisGains.Of([some, some], task.Gaussian).GetLength(0), AxisGains.Of([some, some], task.Gaussian).GetLength(1)));
        Assert.Equal(AxisGains.Of(some, task.Gaussian)[3], AxisGains.Of([some, some], task.Gaussian)[1, 3]);
        Assert.Throws<ArgumentException>(() => AxisGains.Of([], task.Gaussian));
        using var other = DistanceTask.Draw(3, new Seed(1000), 50);
        Assert.Throws<ArgumentException>(() => AxisGains.Of(some, other.Gaussian));
    }

    [Fact]
    public void OutcomesOffsetsAndLines()
    {
        LearnedDistance Layer(double loss, int rank) => new([[2, 1], [0, 0.5]], [-4, 3], loss, 0, 0, 0, 0, rank, 0, 0, 0, 0);
        Assert.Equal([LayerOutcome.Exact, LayerOutcome.Lost, LayerOutcome.Neither], [Layer(1e-5, 2).Outcome, Layer(0.2, 1).Outcome, Layer(0.2, 2).Outcome]);
        using var gaussian = Cases.OneNode();
        Close.Values([4, 4], Layer(0, 2).Offsets(gaussian), 1e-12);
        Assert.Equal([new(2, 1, -4, 1), new(0, 0.5, 3, 1)], Layer(0, 2).Lines(1));
        var run = new DistanceRun([], [Layer(0.2, 1), Layer(0.4, 2), Layer(0.3, 1)], [0], [[0.2, 0.4, 0.3]], [0, 0, 0]);
        Assert.Equal([0, 2, 1], [run.Count(LayerOutcome.Exact), run.Count(LayerOutcome.Lost), run.Count(LayerOutcome.Neither)]);
        Close.Value(0.3, run.Mean(layer => layer.Loss), 1e-12);
        var solid = Layer(0, 3) with { Weights = [[1, 2, 3]], Biases = [0] };
        Assert.Throws<InvalidOperationException>(() => solid.Lines(0));
        Assert.Throws<ArgumentException>(() => solid.Offsets(gaussian));
    }

    [Fact]
    public void RefusesWhatCannotBe()
    {
        using var task = DistanceTask.Draw(2, new Seed(1000), 20);
        foreach (var options in new DistanceOptions[] { new(-1), new(1) { Every = 0 }, new(1) { RestartEvery = -1 }, new(1) { OrthogonalityAfter = -1 }, new(1) { Orthogonality = -1 } })
            Assert.Throws<ArgumentOutOfRangeException>(() => Run(task, DistanceKind.Abs, options));
        Assert.Throws<ArgumentException>(() => Run(task, DistanceKind.Relu, new(1) { RestartEvery = 1 }));
        Assert.Throws<ArgumentException>(() => DistanceExperiment.Run(task, DistanceKind.Abs, [], new(1), TestContext.Current.CancellationToken));
        Assert.Throws<OperationCanceledException>(() => DistanceExperiment.Run(task, DistanceKind.Abs, Seeds, new(1), new CancellationToken(true)));
    }
}
