using System.Text.Json;
using Limpid.Spectral.Importance;
using Xunit;

namespace Limpid.Tests.Spectral.Importance;

public sealed class RandomForestTests
{
    private static readonly ForestSettings OneTree = new(1, Features: 6, Bootstrap: false);

    private static double[] Predictions(RandomForest forest, double[,] x) =>
        [.. Enumerable.Range(0, x.GetLength(0)).Select(i => forest.Predict(Enumerable.Range(0, x.GetLength(1)).Select(j => x[i, j]).ToArray()))];

    private static void Same(JsonElement recorded, RandomForest forest)
    {
        Close.Values(Recorded.Numbers(recorded.GetProperty("importances")), forest.Importances, 1e-9);
        Close.Values(Recorded.Numbers(recorded.GetProperty("predictions")), Predictions(forest, Recorded.X()), 1e-9);
    }

    [Fact]
    public void One_tree_is_scikit_learns_tree()
    {
        Same(Recorded.Of("gini_tree"), RandomForest.Fit(Recorded.X(), Recorded.Numbers("three"), 3, OneTree with { Depth = 3 }, new Random(1)));
        Same(Recorded.Of("gini_leaves"), RandomForest.Fit(Recorded.X(), Recorded.Numbers("labels"), 2, OneTree with { Depth = 2, Leaf = 40 }, new Random(2)));
        Same(Recorded.Of("variance_tree"), RandomForest.Fit(Recorded.X(), Recorded.Numbers("numbers"), 0, OneTree with { Depth = 3 }, new Random(3)));
    }

    [Theory]
    [InlineData("gini_forest", "labels", 2, 400)]
    [InlineData("variance_forest", "numbers", 0, 150)]
    public void A_forest_gives_scikit_learns_importances_within_the_draw(string recorded, string targets, int classes, int trees)
    {
        var forest = RandomForest.Fit(Recorded.X(), Recorded.Numbers(targets), classes, new ForestSettings(trees), new Random(4));
        Close.Values(Recorded.Numbers(Recorded.Of(recorded).GetProperty("importances")), forest.Importances, 0.015);
        Close.Value(1, forest.Importances.Sum(), 1e-9);
    }

    [Fact]
    public void A_split_by_hand()
    {
        // One threshold parts the classes: 2.5. The second input is constant, so never split on.
        var forest = RandomForest.Fit(new double[,] { { 1, 7 }, { 2, 7 }, { 3, 7 }, { 4, 7 } }, [0, 0, 1, 1], 2, new ForestSettings(1, Features: 1, Bootstrap: false), new Random(0));
        Close.Values([1, 0], forest.Importances, 0);
        Assert.Equal([0, 1], new[] { forest.Predict([2.4, 0]), forest.Predict([2.6, 0]) });
        // Nothing to split: every target equal.
        Close.Values([0, 0], RandomForest.Fit(new double[,] { { 1, 7 }, { 2, 8 } }, [1, 1], 2, new ForestSettings(2), new Random(0)).Importances, 0);
    }

    [Fact]
    public void It_repeats_and_refuses_what_does_not_fit()
    {
        var (x, y) = (Recorded.X(), Recorded.Numbers("labels"));
        Assert.Equal(RandomForest.Fit(x, y, 2, new ForestSettings(5), new Random(9)).Importances, RandomForest.Fit(x, y, 2, new ForestSettings(5), new Random(9)).Importances);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => RandomForest.Fit(new double[,] { { double.NaN } }, [0], 2, new ForestSettings(1), new Random(0))).Message);
        Assert.Contains("no class", Assert.Throws<ArgumentException>(() => RandomForest.Fit(new double[,] { { 1 } }, [2], 2, new ForestSettings(1), new Random(0))).Message);
        Assert.Contains("2 targets", Assert.Throws<ArgumentException>(() => RandomForest.Fit(new double[,] { { 1 } }, [0, 1], 2, new ForestSettings(1), new Random(0))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomForest.Fit(x, y, 2, new ForestSettings(0), new Random(0)));
    }
}
