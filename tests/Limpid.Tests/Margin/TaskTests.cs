using Limpid.Graphs;
using Limpid.Margin;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>The tasks on data whose answer is known, and the classifier by the nearest prototype against its definition.</summary>
public class TaskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two clouds of n points each around (0, 0) and (6, 0).</summary>
    private static (Tensor Points, int[] Labels) Clouds(int n, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var values = Enumerable.Range(0, 2 * n).SelectMany(i => new[] { Normal() + (i < n ? 0 : 6), Normal() }).ToArray();
        return (tensor(values).view(2 * n, 2), [.. Enumerable.Range(0, 2 * n).Select(i => i / n)]);
    }

    [Fact]
    public void WrongLabelsAreCheckedFirst()
    {
        using var scope = NewDisposeScope();
        var (points, labels) = Clouds(100, 1);
        int[] flipped = [3, 50, 77, 120, 180];
        var wrong = labels.Select((label, i) => flipped.Contains(i) ? 1 - label : label).ToArray();
        var result = MislabelledSamples.Of(Graph.FromNeighbours(NearestNeighbours.Of(points, 10, Cancel)), wrong);
        Assert.Equal(flipped, result.ByLabel.Most(5).Order());
        Assert.Equal(flipped, result.ByAgreement.Most(5).Order());
        Assert.Equal(flipped, result.ByVotes().Take(5).Order());
        Assert.Equal(LabelAgreement.Share(Graph.FromNeighbours(NearestNeighbours.Of(points, 10, Cancel)), wrong).Select(share => 1 - share), result.Disagreement);
    }

    [Fact]
    public void InfluentialSamplesLieOnTheBoundary()
    {
        using var scope = NewDisposeScope();
        var random = new Random(2);
        var points = tensor(Enumerable.Range(0, 1200).Select(_ => random.NextDouble()).ToArray()).view(600, 2);
        var x = points.select(1, 0).data<double>().ToArray();
        var result = DecisionBoundary.Of(points, [.. x.Select(value => value > 0.5 ? 1 : 0)], 12, cancellation: Cancel);
        Assert.All(result.Influence.Most(20), sample => Assert.InRange(x[sample], 0.4, 0.6));
        Assert.Equal(0, result.Influence.Scores[Array.IndexOf(x, x.Max())]);
    }

    [Fact]
    public void GroupsHaveTheirScoresAndAreas()
    {
        using var scope = NewDisposeScope();
        var (points, _) = Clouds(60, 3);
        var clean = points.narrow(0, 0, 60);
        var statistics = AdversarialStatistics.Of([("clean", clean), ("far", points.narrow(0, 60, 20)), ("copy", clean + 1e-3)], 0.1, 8, cancellation: Cancel);
        Assert.Equal((60, 20, 60), (statistics.Scores("clean").Length, statistics.Scores("far").Length, statistics.Scores("copy").Length));
        Assert.Equal(statistics.Influence.Scores, statistics.Scores("clean").Concat(statistics.Scores("far")).Concat(statistics.Scores("copy")));
        var (low, high) = (statistics.Scores("clean"), statistics.Scores("far"));
        Assert.Equal(high.Average(h => low.Average(l => h > l ? 1 : h == l ? 0.5 : 0)), statistics.Area("far"), 1e-12);
        Assert.Equal(0.5, statistics.Area("clean"), 1e-12);
        Assert.InRange(statistics.Area("copy"), 0.4, 0.6);
        Assert.Contains("expected one of clean, far, copy", Assert.Throws<ArgumentException>(() => statistics.Area("none")).Message);
        Assert.Contains("different names", Assert.Throws<ArgumentException>(() => AdversarialStatistics.Of([("a", clean), ("a", clean)], 1, cancellation: Cancel)).Message);
        Assert.Contains("[n, 2] like the first", Assert.Throws<ArgumentException>(() => AdversarialStatistics.Of([("a", clean), ("b", zeros(4, 3))], 1, cancellation: Cancel)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BothEndsOfThePrototypesAreThoseOfTheirScores(bool classWise)
    {
        using var scope = NewDisposeScope();
        var (points, labels) = Clouds(50, 4);
        var result = Prototypes.Of(points, 0.3, classWise ? labels : null, 6, 2, Cancel);
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(points, 6, Cancel));
        var signal = MmdSignal.Of(points, graph, 0.3, classWise ? labels : null, cancellation: Cancel);
        Assert.Equal(signal, result.Signal);
        Assert.Equal(Influence.RandomWalk(2).Of(graph, signal), result.Influence);
        Assert.Equal(Influence.Smoothed(2).Of(graph, signal), result.Smoothed);
        Assert.Equal(result.Influence.Ranking.Take(7), result.Criticisms(7));
        Assert.Equal(result.Influence.Least(7), result.LeastInfluential(7));
        Assert.Equal(result.Smoothed.Least(7), result.MostCentral(7));
        using var column = tensor(signal);
        double[] filtered = [.. Influence.RandomWalk(2).Filtered(graph, column).data<double>()];
        Assert.Equal(filtered, result.HighPass);
        Assert.Equal(Enumerable.Range(0, 100).OrderByDescending(i => filtered[i]).Take(7), result.Peaks(7));
        Assert.Equal(Enumerable.Range(0, 100).OrderBy(i => filtered[i]).Take(7), result.Pits(7));
    }

    [Fact]
    public void ErrorsAreThoseOfTheNearestPrototype()
    {
        using var scope = NewDisposeScope();
        var ((train, labels), (test, testLabels)) = (Clouds(40, 5), Clouds(30, 6));
        var chosen = Enumerable.Range(0, 80).ToArray();
        new Random(1).Shuffle(chosen);
        int[] counts = [1, 2, 7, 80];
        double Error(int count) => Enumerable.Range(0, 60).Count(i =>
        {
            var nearest = chosen.Take(count).OrderBy(j => (train[j] - test[i]).square().sum().item<double>()).First();
            return labels[nearest] != testLabels[i];
        }) / 60.0;
        Close.Values([.. counts.Select(Error)], NearestPrototype.Errors(train, labels, chosen, counts, test, testLabels), 1e-15);
    }

    [Fact]
    public void BadPrototypesAreRefusedByName()
    {
        using var scope = NewDisposeScope();
        var (train, labels) = Clouds(5, 7);
        Assert.Contains("comes twice", Assert.Throws<ArgumentException>(() => NearestPrototype.Errors(train, labels, [1, 1], [1], train, labels)).Message);
        Assert.Contains("expected ascending ones from 1 to 2", Assert.Throws<ArgumentException>(() => NearestPrototype.Errors(train, labels, [1, 2], [2, 1], train, labels)).Message);
        Assert.Contains("[m, d]", Assert.Throws<ArgumentException>(() => NearestPrototype.Errors(train, labels, [1, 2], [2], zeros(3, 5), [1, 1, 1])).Message);
        Assert.Contains("There are 1 labels; expected 10", Assert.Throws<ArgumentException>(() => NearestPrototype.Errors(train, [1], [1, 2], [2], train, labels)).Message);
    }
}
