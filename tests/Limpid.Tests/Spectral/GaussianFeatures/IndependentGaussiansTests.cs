using Limpid.Spectral.GaussianFeatures;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Limpid.Tests.Spectral.GaussianFeatures;

public sealed class IndependentGaussiansTests
{
    [Fact]
    public void Moments_are_those_of_the_paper()
    {
        var problem = new IndependentGaussians(0, 0.4, 1.4);
        using var samples = problem.Draw(20_000, new Random(1));
        Assert.Equal((20_000, 3, 16_000), (samples.Count, samples.Features, samples.TrainCount));
        for (var f = 0; f < 3; f++)
        {
            for (var label = 0; label < 2; label++)
            {
                var values = samples.Of(f, label);
                Assert.InRange(values.Length, 9_700, 10_300);
                // Five standard errors of 10,000.
                Close.Value(f == 0 ? 0 : label * problem.Relevance[f] - 0.5, values.Mean(), 0.025);
                Close.Value(0.5, values.StandardDeviation(), 0.02);
            }
        }
        var (first, second) = (samples.Of(1, 1), samples.Of(2, 1));
        Assert.InRange(Correlation.Pearson(first, second), -0.05, 0.05);
    }

    [Fact]
    public void The_best_rule_is_right_as_often_as_its_closed_form_says()
    {
        var problem = new IndependentGaussians(0.3, 0, 1, 0.7);
        // |rho| = sqrt(1.58) = 1.25698; Phi of it.
        Close.Value(0.895618, problem.BayesAccuracy, 1e-5);
        Close.Values([1.2, 0, 4, 2.8], problem.BayesCoefficients, 1e-12);
        using var samples = problem.Draw(40_000, new Random(2));
        Close.Value(problem.BayesAccuracy, samples.Accuracy(problem.BayesRule), 0.007);
        Close.Value(problem.BayesAccuracy, samples.Accuracy(problem.BayesRule, testOnly: true), 0.015);
        Close.Value(0.9962, IndependentGaussians.Stored.BayesAccuracy, 5e-5);
        Assert.Equal(0.5, new IndependentGaussians(0, 0).BayesAccuracy, 1e-12);
    }

    [Fact]
    public void A_random_problem_has_eleven_relevant_features_of_twenty()
    {
        var problems = Enumerable.Range(0, 200).Select(seed => IndependentGaussians.Random(new Random(seed))).ToArray();
        Assert.All(problems, problem => Assert.Equal((20, 11), (problem.Relevance.Length, problem.Relevant.Length)));
        Assert.All(problems, problem => Assert.All(problem.Relevance, rho => Assert.InRange(rho, 0, 1.4)));
        // 11 * 1.4^2 / 3; a standard error of about .15.
        Close.Value(7.187, problems.Average(problem => problem.Relevance.Sum(rho => rho * rho)), 0.7);
        Assert.Equal(20, problems.SelectMany(problem => problem.Relevant).Distinct().Count());
    }

    [Fact]
    public void The_stored_run_is_complete_and_draws_repeat()
    {
        Assert.Equal(IndependentGaussians.Stored.Relevance.Length, IndependentGaussians.StoredRelevance.Length);
        Assert.Equal(11, IndependentGaussians.Stored.Relevant.Length);
        Assert.Equal(2.671, Math.Sqrt(IndependentGaussians.Stored.Relevance.Sum(rho => rho * rho)), 1e-3);
        Assert.Equal(IndependentGaussians.Random(new Random(3)), IndependentGaussians.Random(new Random(3)));
        using var one = IndependentGaussians.Stored.Draw(20, new Random(4));
        using var same = IndependentGaussians.Stored.Draw(20, new Random(4));
        Assert.Equal(one.Inputs.data<float>().ToArray(), same.Inputs.data<float>().ToArray());
        Assert.Equal(one.Labels.data<long>().ToArray(), same.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("no feature", Assert.Throws<ArgumentException>(() => new IndependentGaussians([])).Message);
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => new IndependentGaussians(0.2, -1)).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => new IndependentGaussians(double.NaN)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => IndependentGaussians.Stored.Draw(9, new Random(1)));
    }
}
