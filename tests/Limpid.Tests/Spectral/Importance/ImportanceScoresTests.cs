using Limpid.Spectral;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Importance;

[Collection(ProcessCollection.Name)]
public sealed class ImportanceScoresTests
{
    [Fact]
    public void Metrics_by_hand()
    {
        var scores = new ImportanceScores("m", [0.1, 3, 2, 2]);
        Assert.Equal([1, 2, 3, 0], scores.Ranking);
        Assert.Equal([false, true, true, false], scores.Top(2).Keep);
        Close.Value(1, scores.Pearson([-0.8, 5, 3, 3]), 1e-12);
        // Ranks (1, 4, 2.5, 2.5) and (1, 4, 3, 2).
        Close.Value(4.5 / Math.Sqrt(4.5 * 5), scores.Spearman([0, 9, 2, 1]), 1e-12);
        // Of the four pairs two are right and one is a tie, (0.1, 2) wrong.
        Close.Value(0.625, scores.Auroc([true, true, true, false]) * 3 / 4 + 0.25, 1e-12);
        Close.Value(1, scores.Auroc([false, true, true, true]), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.Top(5));
        Assert.Contains("input 1", Assert.Throws<ArgumentException>(() => new ImportanceScores("m", [0, double.NaN])).Message);
    }

    [Fact]
    public void Attributions_become_mean_absolute_values()
    {
        using var scope = NewDisposeScope();
        Close.Values([2, 0.5], ImportanceScores.OfAttributions("a", tensor(new double[,] { { 1, -1 }, { -3, 0 } })).Values, 1e-12);
        Assert.Throws<ArgumentException>(() => ImportanceScores.OfAttributions("a", zeros(0, 3)));
    }

    [Fact]
    public void A_masked_curve_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 10, 100 } });
        var task = new ImportanceTask(new(inputs => inputs.sum(1), (output, _) => output), x, zeros(1), x, zeros(1));
        var curve = MaskedCurve.Of(new("m", [2, 3, 1]), task);
        Close.Values([0, 10, 11, 111], curve.Scores, 1e-12);
        Close.Value((5 + 10.5 + 61) / 3, curve.Area, 1e-12);
        Close.Values([10, 111], MaskedCurve.Of(new("m", [2, 3, 1]), task, [1, 3]).Scores, 1e-12);
        Assert.Throws<ArgumentException>(() => MaskedCurve.Of(new("m", [2, 3, 1]), task, [1, 1]));
        Assert.Throws<ArgumentException>(() => MaskedCurve.Of(new("m", [2, 3, 1]), task, [4]));
    }

    [Fact]
    public void A_group_lasso_trains_and_its_derivative_is_finite_at_rows_of_zeros()
    {
        using var scope = NewDisposeScope();
        foreach (var penalty in new EigenPenalty[] { new(Penalty.L2(0.3), Penalty.L2(0.7)), new(Penalty.L1(0.3), Penalty.L2(0.7)), new(Penalty.L1(0.3), Penalty.L1(0.7)) })
        {
            var w = tensor(new double[,] { { 0, 0 }, { 3, 4 } }, requires_grad: true);
            penalty.OnWeights(w).backward();
            Close.Values([0, 0], w.grad![0].data<double>().ToArray(), 0);
            Assert.All(w.grad[1].data<double>().ToArray(), value => Assert.True(double.IsFinite(value) && value > 0));
        }
        manual_seed(3);
        var x = randn(200, 4);
        var y = x.select(1, 2).gt(0).to(int64);
        var layout = new SpectralLayout(4, [(8, LayerActivation.Tanh), (2, LayerActivation.Linear)]) { Penalty = new(Penalty.L2(0.05), Penalty.L2(0.05)) };
        using var network = new SpectralNetwork(GroupLasso.Plain(layout));
        SpectralTraining.Train(network, x, y, SpectralLoss.Classes, new(0.01, 50, 80), new Random(1), GroupLasso.Penalty(layout.Penalty), cancel: TestContext.Current.CancellationToken);
        var norms = InputRelevance.Of(network.First);
        Assert.Equal(2, norms.Ranking[0]);
        Assert.True(norms.Relative.Where((_, j) => j != 2).Max() < 0.25, string.Join(' ', norms.Relative));
        var task = new ImportanceTask(ScoredModel.Of(network, SpectralLoss.Classes), x, y, x, y);
        Assert.Equal(2, ImportanceMethod.Permutation(2).Score(task, new Random(1)).Ranking[0]);
        Assert.True(ImportanceMethod.Permutation(2).Score(task with { Model = ScoredModel.Of(network, SpectralLoss.Classes) }, new Random(1)).Values[2] > 0.2);
    }
}
