using Limpid.Spectral.Importance;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Importance;

[Collection(ProcessCollection.Name)]
public sealed class ImportanceMethodTests
{
    // The negative absolute error of the recorded linear model.
    private static ImportanceTask Linear(Tensor x, Tensor y)
    {
        var w = tensor(Recorded.Numbers(Recorded.Of("linear").GetProperty("weights")));
        var b = Recorded.Of("linear").GetProperty("intercept").GetDouble();
        return new(new(inputs => inputs.mv(w).add(b), (output, target) => output.sub(target).abs().neg()), x, y, x, y);
    }

    // Scores are products of inputs, so that by hand v(S) is known.
    private static ImportanceTask Product(double[,] test, double[,] train) =>
        new(new(inputs => inputs.select(1, 0).mul(inputs.select(1, 1)).add(inputs.select(1, 2)), (output, _) => output), tensor(train), zeros(train.GetLength(0)), tensor(test), zeros(test.GetLength(0)));

    [Fact]
    public void Permutation_gives_scikit_learns_means_within_the_draw()
    {
        using var scope = NewDisposeScope();
        var scores = ImportanceMethod.Permutation(200).Score(Linear(tensor(Recorded.X()), tensor(Recorded.Numbers("numbers"))), new Random(1));
        Close.Values(Recorded.Numbers("permutation"), scores.Values, 0.02);
        Assert.Equal(0, scores.Ranking[0]);
    }

    [Fact]
    public void Univariate_measures_are_scikit_learns()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Recorded.X());
        double[] Of(ImportanceMethod method, Tensor y) => [.. method.Score(Linear(x, y), new Random(1)).Values];
        Close.Values(Recorded.Numbers("anova"), Of(ImportanceMethod.AnovaF, tensor(Recorded.Numbers("labels")).to(int64)), 1e-8);
        Close.Values(Recorded.Numbers("anova_three"), Of(ImportanceMethod.AnovaF, tensor(Recorded.Numbers("three")).to(int64)), 1e-8);
        Close.Values(Recorded.Numbers("correlation"), Of(ImportanceMethod.Correlation, tensor(Recorded.Numbers("numbers"))), 1e-10);
    }

    [Fact]
    public void Shapley_values_and_ablation_by_hand()
    {
        using var scope = NewDisposeScope();
        // v(S) with mean (1, 2, 3) elsewhere; one sample (4, 5, 6): v(all) = 26, v(none) = 5.
        var task = Product(new double[,] { { 4, 5, 6 } }, new double[,] { { 0, 0, 0 }, { 2, 4, 6 } });
        // phi_1 = ((4*2 - 1*2) + (4*5 - 1*5)) / 2, phi_2 = ((1*5 - 1*2) + (4*5 - 4*2)) / 2, phi_3 = 3.
        double[] expected = [10.5, 7.5, 3];
        Close.Values(expected, ImportanceMethod.ExactShapley.Score(task, new Random(1)).Values, 1e-9);
        // Of an order and its reverse each of the two players is once first, so the estimate is exact here.
        Close.Values(expected, ImportanceMethod.SampledShapley(3).Score(task, new Random(1)).Values, 1e-9);
        Close.Values([26 - (5 + 6), 26 - (8 + 6), 3], ImportanceMethod.Ablation.Score(task, new Random(1)).Values, 1e-9);
    }

    [Fact]
    public void Shapley_values_of_twelve_inputs_sum_to_the_gain_of_all()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var (x, w) = (randn(40, 12, dtype: float64), randn(12, 5, dtype: float64));
        var task = new ImportanceTask(new(inputs => inputs.mm(w).tanh().sum(1), (output, target) => output.sub(target).abs().neg()), x, x.sum(1), x, x.sum(1));
        var exact = ImportanceMethod.ExactShapley.Score(task, new Random(1));
        using var mean = task.Mean();
        Close.Value(task.Model.Mean(x, task.TestTargets) - task.Model.Mean(mean.expand(40, 12), task.TestTargets), exact.Values.Sum(), 1e-9);
        var sampled = ImportanceMethod.SampledShapley(400).Score(task, new Random(2));
        Close.Values(exact.Values, sampled.Values, 0.1);
        var wide = task with { Train = zeros(4, 13), Test = zeros(4, 13) };
        Assert.Contains("13 inputs", Assert.Throws<ArgumentException>(() => ImportanceMethod.ExactShapley.Score(wide, new Random(1))).Message);
    }

    [Fact]
    public void Inputs_are_left_as_they_are()
    {
        using var scope = NewDisposeScope();
        var task = Linear(tensor(Recorded.X()), tensor(Recorded.Numbers("numbers")));
        foreach (var method in new[] { ImportanceMethod.Permutation(1), ImportanceMethod.Ablation, ImportanceMethod.ExactShapley, ImportanceMethod.SampledShapley(1), ImportanceMethod.Correlation, ImportanceMethod.Forest(new ForestSettings(2)) })
            method.Score(task, new Random(1));
        Assert.Equal(Recorded.X().Cast<double>(), task.Test.data<double>().ToArray());
    }
}
