using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.MnistGrid;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

[Collection(ProcessCollection.Name)]
public class GridTrainingTests
{
    private static GridClassifier Trained(nn.Module<Tensor, Tensor>? penalty, GridSettings settings)
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(60, 1);
        manual_seed(5);
        var network = new GridClassifier();
        GridTraining.Train(network, data, penalty, settings, new Random(5));
        return network;
    }

    private static double[] Weights(GridClassifier network) => [.. network.parameters().SelectMany(Check.Values)];

    [Fact]
    public void EqualSeedsGiveEqualNetworks()
    {
        using var first = Trained(null, Toy.Settings());
        using var second = Trained(null, Toy.Settings());
        Assert.Equal(Weights(first), Weights(second));
        Assert.False(first.training);
    }

    [Fact]
    public void AGraphWithoutEdgesTrainsAsNoPenaltyDoes()
    {
        using var nothing = new GraphSpectralPenalty(Graph.FromEdges(64, []), 1);
        using var plain = Trained(null, Toy.Settings());
        using var penalised = Trained(nothing, Toy.Settings());
        Assert.Equal(Weights(plain), Weights(penalised));
    }

    [Fact]
    public void ThePenaltyMakesTheGridSmootherAndTheTaskIsLearnt()
    {
        using var scope = NewDisposeScope();
        using var strong = new GraphSpectralPenalty(GridExperiment.Layout, 0.1);
        using var plain = Trained(null, Toy.Settings(12));
        using var smooth = Trained(strong, Toy.Settings(12));
        var data = Toy.Data(40, 2);
        double Quotient(GridClassifier network, out double accuracy)
        {
            using var reading = GridReading.Of(network, data);
            accuracy = reading.Accuracy;
            return NeuronOrder.Rayleigh(reading.Activations, GridExperiment.Layout.Laplacian(), new Random(1), 1).Observed;
        }

        Assert.True(Quotient(smooth, out var second) < 0.8 * Quotient(plain, out var first));
        Assert.True(first > 0.8 && second > 0.8, $"accuracies {first}, {second}");
    }

    [Fact]
    public void TheStepIsLossPlusPenaltyOnTheGrid()
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(20, 3);
        manual_seed(2);
        using var network = new GridClassifier();
        using var penalty = new GraphSpectralPenalty(GridExperiment.Layout, 0.5);
        network.eval();
        var before = network.parameters().Select(parameter => parameter.detach().clone()).ToArray();
        var grid = network.Grid(data.Images);
        (nn.functional.cross_entropy(network.Classify(grid), data.Labels) + penalty.call(grid)).backward();
        var gradients = network.parameters().Select(parameter => parameter.grad!.clone()).ToArray();
        using var optimiser = optim.SGD(network.parameters(), 0.1);
        GridTraining.Step(network, data.Images, data.Labels, penalty, optimiser);
        foreach (var (parameter, (start, gradient)) in network.parameters().Zip(before.Zip(gradients)))
            Close.Values(Check.Values(start - 0.1 * gradient), Check.Values(parameter), 1e-5);
    }

    [Fact]
    public void StepsAreTimedInTurn()
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(10, 1);
        var costs = StepCost.Measure(GridVariant.All(0.01, 1e-4, 1e-4, 0.01), data, Toy.Settings(), new Seed(1), rounds: 3);
        Assert.Equal(["none", "L1", "L2", "GSR", "GSR + conv"], costs.Select(cost => cost.Variant));
        Assert.All(costs, cost => Assert.True(cost.Slow >= cost.Median && cost.Median > 0));
        Assert.Equal("rounds", Assert.Throws<ArgumentOutOfRangeException>(() => StepCost.Measure([], data, Toy.Settings(), new Seed(1), 0)).ParamName);
        Check.LeavesNothing(() => StepCost.Measure(GridVariant.Pictures(0.01), data, Toy.Settings(), new Seed(1), 1), times: 2);
    }

    [Fact]
    public void CancellingStopsBetweenSteps()
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(60, 1);
        using var network = new GridClassifier();
        using var source = new CancellationTokenSource();
        var steps = 0;
        void Stepped(int done)
        {
            steps = done;
            if (done == 2) source.Cancel();
        }

        Assert.Throws<OperationCanceledException>(
            () => GridTraining.Train(network, data, null, Toy.Settings(), new Random(1), Stepped, source.Token));
        Assert.Equal(2, steps);
    }
}
