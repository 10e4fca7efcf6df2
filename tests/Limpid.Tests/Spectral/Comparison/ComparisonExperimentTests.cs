using Limpid.Reproduction;
using Limpid.Spectral;
using Limpid.Spectral.Comparison;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Comparison;

[Collection(ProcessCollection.Name)]
public sealed class ComparisonExperimentTests
{
    private static readonly SpectralLayout Layout = new(5, [(12, LayerActivation.Tanh), (2, LayerActivation.Linear)]) { Penalty = new(Penalty.L2(1e-3), Penalty.L2(1e-3)), Dropout = 0.1 };

    private static ComparisonData Draw(Seed seed)
    {
        manual_seed(seed);
        var x = randn(300, 5);
        var y = x.select(1, 1).add(x.select(1, 3) * 0.5).gt(0).to(int64);
        return new(x.narrow(0, 0, 200), y.narrow(0, 0, 200), x.narrow(0, 200, 100), y.narrow(0, 200, 100), [0, 1, 0, 0.5, 0]);
    }

    [Fact]
    public void Every_method_is_read_against_the_truth_and_the_control_knows_nothing_of_the_task()
    {
        ComparisonCase task = new("two of five", Draw, Layout, new SpectralTrainingSettings(0.01, 50, 60), SpectralLoss.Classes);
        ImportanceMethod constant = new("all alike", (_, _) => [1, 1, 1, 1, 1]);
        var result = Assert.Single(new ComparisonExperiment(task, [ImportanceMethod.Permutation(3), constant], _ => [ImportanceMethod.Correlation]).Run([new Seed(4)]));
        Assert.Equal([ComparisonExperiment.Spectral, ComparisonExperiment.Untrained, "plain network, weight norms", "group lasso, weight norms", "permutation", "all alike", "correlation"], result.Methods.Select(m => m.Method));
        Assert.True(result.Score > 0.85 && result.LassoScore > 0.85, $"{result.Score} {result.LassoScore}");
        foreach (var name in new[] { ComparisonExperiment.Spectral, "permutation", "correlation" })
            Assert.True(result[name].Auroc == 1 && result[name].Spearman > 0.8, $"{name}: {string.Join(' ', result[name].Values)}");
        Assert.Null(result["all alike"].Spearman);
        Assert.Equal(0.5, result["all alike"].Auroc);
        Assert.True(result[ComparisonExperiment.Spectral].Area >= result["all alike"].Area);
        Assert.Contains("no method 'x'", Assert.Throws<ArgumentException>(() => result["x"]).Message);
    }

    [Fact]
    public void A_plain_copy_of_a_network_gives_the_same_answers()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        using var network = new SpectralNetwork(Layout with { Layers = [(12, LayerActivation.ReLU), (6, LayerActivation.Tanh), (2, LayerActivation.Linear)] });
        var data = Draw(new Seed(2));
        SpectralTraining.Train(network, data.Train, data.TrainTargets, SpectralLoss.Classes, new SpectralTrainingSettings(0.01, 50, 3), new Random(1), cancel: TestContext.Current.CancellationToken);
        using var plain = network.ToPlain();
        Assert.False(plain.training);
        Close.Value(0, network.call(data.Test).sub(plain.call(data.Test)).abs().max().ToDouble(), 1e-5);
        // It lives by itself.
        SpectralTraining.Train(network, data.Train, data.TrainTargets, SpectralLoss.Classes, new SpectralTrainingSettings(0.01, 50, 3), new Random(2), cancel: TestContext.Current.CancellationToken);
        Assert.True(network.call(data.Test).sub(plain.call(data.Test)).abs().max().ToDouble() > 1e-3);
    }
}
