using Limpid.Data.Tabular;
using TorchSharp;
using Xunit;

namespace Limpid.Tests.Data.Tabular;

public sealed class TabularSetsTests
{
    [Fact]
    public void The_tables_have_their_sizes_and_known_numbers()
    {
        var cancer = TabularSets.BreastCancer();
        Assert.Equal("breast-cancer: 569 samples, 30 inputs, 212 malignant, 357 benign", cancer.ToString());
        using var first = cancer.Inputs([0]);
        Close.Value(17.99, first[0, 0].ToDouble(), 1e-5);
        Assert.Equal("wine: 178 samples, 13 inputs, 59 first, 71 second, 48 third", TabularSets.Wine().ToString());
        Assert.Equal("spambase: 4601 samples, 57 inputs, 2788 mail, 1813 spam", TabularSets.Spambase().ToString());
        Assert.Equal("capitalTotal", TabularSets.Spambase().Columns[^1]);
        var diabetes = TabularSets.Diabetes();
        Assert.Equal("diabetes: 442 samples, 10 inputs, a number", diabetes.ToString());
        // Mean and range as they are published.
        Close.Value(152.133, diabetes.Targets.ToArray().Average(), 1e-3);
        Assert.Equal((25, 346), (diabetes.Targets.ToArray().Min(), diabetes.Targets.ToArray().Max()));
    }

    [Fact]
    public void A_split_keeps_the_shares_of_classes_and_every_sample()
    {
        var wine = TabularSets.Wine();
        var (train, test) = wine.Split(0.25, new Random(3));
        Assert.Equal(Enumerable.Range(0, wine.Count), train.Concat(test).Order());
        double[] targets = wine.Targets.ToArray();
        Assert.Equal([15, 18, 12], Enumerable.Range(0, 3).Select(k => test.Count(row => targets[row] == k)));
        Assert.NotEqual(train.Order(), train);
        Assert.Equal(test, wine.Split(0.25, new Random(3)).Test);
        Assert.Throws<ArgumentOutOfRangeException>(() => wine.Split(1, new Random(3)));
    }

    [Fact]
    public void One_class_stands_against_the_rest()
    {
        var second = TabularSets.Wine().OneAgainstRest("second");
        Assert.Equal(71, second.Targets.ToArray().Sum());
        Assert.Equal("first, second, third", Assert.Throws<ArgumentException>(() => TabularSets.Wine().OneAgainstRest("fourth")).Message.Split("one of ")[1].Split(" (")[0].TrimEnd('.'));
    }

    [Fact]
    public void A_table_that_does_not_fit_is_refused()
    {
        Assert.Contains("Row 1 of 't' has 1 cells", Assert.Throws<ArgumentException>(() => new TabularSet("t", ["a", "b"], [[1, 2], [3]], [0, 1])).Message);
        Assert.Contains("class 2", Assert.Throws<ArgumentException>(() => new TabularSet("t", ["a"], [[1], [3]], [0, 2], ["x", "y"])).Message);
        Assert.Contains("'a' twice", Assert.Throws<ArgumentException>(() => new TabularSet("t", ["a", "a"], [[1, 1]], [0])).Message);
        Assert.Contains("2 rows and 1 targets", Assert.Throws<ArgumentException>(() => new TabularSet("t", ["a"], [[1], [3]], [0])).Message);
    }
}
