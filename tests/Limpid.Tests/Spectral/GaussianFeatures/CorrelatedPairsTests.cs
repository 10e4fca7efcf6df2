using Limpid.Spectral.GaussianFeatures;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Limpid.Tests.Spectral.GaussianFeatures;

public sealed class CorrelatedPairsTests
{
    private static readonly CorrelatedPairs Paper = CorrelatedPairs.Paper;

    [Fact]
    public void No_feature_alone_tells_the_classes_apart()
    {
        using var samples = Paper.Draw(20_000, new Random(1));
        Assert.Equal((10, 16_000), (samples.Features, samples.TrainCount));
        for (var f = 0; f < samples.Features; f++)
        {
            for (var label = 0; label < 2; label++)
            {
                Close.Value(0, samples.Of(f, label).Mean(), 0.025);
                Close.Value(0.5, samples.Of(f, label).StandardDeviation(), 0.02);
            }
        }
    }

    [Fact]
    public void Members_of_a_pair_have_one_size_and_disagree_as_often_as_stated()
    {
        using var samples = Paper.Draw(20_000, new Random(2));
        for (var f = 0; f < 4; f++)
        {
            for (var label = 0; label < 2; label++)
            {
                var (first, second) = (samples.Of(2 * f, label), samples.Of(2 * f + 1, label));
                Assert.All(first.Zip(second), pair => Assert.Equal(Math.Abs(pair.First), Math.Abs(pair.Second)));
                Close.Value(label * Paper.Flips[f], first.Zip(second).Average(pair => pair.First == pair.Second ? 0.0 : 1), 0.025);
            }
        }
        var (eighth, ninth) = (samples.Of(8, 1), samples.Of(9, 1));
        Assert.InRange(Correlation.Pearson(eighth, ninth), -0.05, 0.05);
        Assert.InRange(Correlation.Pearson(eighth, samples.Of(0, 1)), -0.05, 0.05);
    }

    [Fact]
    public void Closed_forms_are_those_worked_out_by_hand()
    {
        Assert.Equal(0.9928, Paper.BayesAccuracy, 1e-12);
        Close.Values([.976, .964, .988, .982], Paper.AccuracyWithout, 1e-12);
        Close.Values([.85, .9, .7, .8], Paper.AccuracyOfOne, 1e-12);
        Close.Values([.675, .7, .6, .65], Paper.LinearAccuracyOfOne, 1e-12);
        Assert.Equal(0.7464, Paper.LinearAccuracy, 1e-12);
        Assert.Equal([.7, .7, .8, .8, .4, .4, .6, .6, 0, 0], Paper.FlipOfFeature);
    }

    [Fact]
    public void Rules_are_right_as_often_as_their_closed_forms_say()
    {
        using var samples = Paper.Draw(20_000, new Random(3));
        // About five standard errors.
        Close.Value(Paper.BayesAccuracy, samples.Accuracy(Paper.BayesRule()), 0.004);
        Close.Value(Paper.LinearAccuracy, samples.Accuracy(Paper.LinearRule()), 0.016);
        for (var f = 0; f < 4; f++)
        {
            Close.Value(Paper.AccuracyOfOne[f], samples.Accuracy(Paper.BayesRule([f])), 0.016);
            Close.Value(Paper.AccuracyWithout[f], samples.Accuracy(Paper.BayesRule(Enumerable.Range(0, 4).Where(pair => pair != f))), 0.007);
            Close.Value(Paper.LinearAccuracyOfOne[f], samples.Accuracy(Paper.LinearRule([f])), 0.018);
        }
    }

    [Fact]
    public void No_linear_rule_of_many_tried_beats_the_bound()
    {
        using var samples = Paper.Draw(4_000, new Random(4));
        var random = new Random(5);
        for (var trial = 0; trial < 300; trial++)
        {
            double[] weights = [.. Enumerable.Range(0, 10).Select(_ => random.NextDouble() - 0.5)];
            var threshold = (random.NextDouble() - 0.5) / 2;
            // A third of them near the best: opposite weights inside each pair.
            if (trial % 3 == 0)
                for (var f = 0; f < 10; f += 2) weights[f + 1] = f == 8 ? 0 : -weights[f];
            bool Rule(ReadOnlySpan<float> x)
            {
                var sum = 0.0;
                for (var f = 0; f < x.Length; f++) sum += weights[f] * x[f];
                return sum > threshold;
            }
            Assert.True(samples.Accuracy(Rule) <= Paper.LinearAccuracy + 0.03, $"trial {trial}");
        }
    }

    [Fact]
    public void Bad_input_is_named_and_draws_repeat()
    {
        Assert.Contains("no pair", Assert.Throws<ArgumentException>(() => new CorrelatedPairs([])).Message);
        Assert.Contains("1.5", Assert.Throws<ArgumentException>(() => new CorrelatedPairs(0.5, 1.5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Paper.Draw(0, new Random(1)));
        using var one = Paper.Draw(20, new Random(4));
        using var same = Paper.Draw(20, new Random(4));
        Assert.Equal(one.Inputs.data<float>().ToArray(), same.Inputs.data<float>().ToArray());
    }
}
