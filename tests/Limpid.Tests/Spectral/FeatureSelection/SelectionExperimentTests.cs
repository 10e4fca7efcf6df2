using Limpid.Data.Tabular;
using Limpid.Reproduction;
using Limpid.Spectral.FeatureSelection;
using Xunit;

namespace Limpid.Tests.Spectral.FeatureSelection;

[Collection(ProcessCollection.Name)]
public sealed class SelectionExperimentTests
{
    // Class 1 where the first two columns have a positive sum; six are noise.
    private static TabularSet Table(int columns = 8)
    {
        var random = new Random(4);
        double[][] rows = [.. Enumerable.Range(0, 240).Select(_ => Enumerable.Range(0, columns).Select(_ => random.NextDouble() * 2 - 1).ToArray())];
        return new TabularSet("two of eight", [.. Enumerable.Range(0, columns).Select(j => $"x{j}")], rows, [.. rows.Select(row => row[0] + row[1] > 0 ? 1.0 : 0.0)], ["no", "yes"]);
    }

    [Fact]
    public void The_two_inputs_that_matter_are_kept_and_suffice()
    {
        var settings = new SelectionSettings { Repetitions = 2, Epochs = 10, LeastSteps = 1_500 };
        var result = Assert.Single(new SelectionExperiment(Table(), settings).Run([new Seed(7)]));
        Assert.Contains(0, result.Kept);
        Assert.Contains(1, result.Kept);
        Assert.True(result.Kept.Length < 8, $"{result.Kept.Length} kept: {string.Join(' ', result.Mean.Values)}");
        Assert.Equal(8, result.KeptPlain);
        Assert.True(result.AccuracyKept > 0.9, $"{result.AccuracyKept}");
        Assert.True(result.Overlap > 0 && result.Overlap <= 1 && result.OverlapRandom is > 0 and <= 1);
        Assert.Equal([0, 1], result.Mean.Ranking.Take(2).Order());
        Assert.True(result.AccuracyLasso > 0.9 && result.KeptLasso.Contains(0) && result.Majority is >= 0.5 and < 0.7);
    }

    [Fact]
    public void A_small_table_gets_enough_steps()
    {
        Assert.Equal(500, new SelectionSettings().Training(1_000).Epochs);
        // 128 of 142 samples are trained on, in two steps a pass.
        Assert.Equal(1_250, new SelectionSettings { LeastSteps = 2_500 }.Training(142).Epochs);
        Assert.Equal(1, new SelectionSettings().Layout(3).Outputs);
    }

    [Fact]
    public void A_table_of_three_classes_is_refused() =>
        Assert.Contains("3 classes", Assert.Throws<ArgumentException>(() => new SelectionExperiment(TabularSets.Wine(), new SelectionSettings()).Run([new Seed(7)])).Message);
}
