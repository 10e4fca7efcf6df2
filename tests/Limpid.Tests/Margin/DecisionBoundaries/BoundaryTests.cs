using Limpid.Data.Tabular;
using Limpid.Margin.DecisionBoundaries;
using Limpid.Margin.LatentNetworks;
using Limpid.Reproduction;
using Limpid.Tests.Margin.LatentNetworks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.DecisionBoundaries;

[Collection(ProcessCollection.Name)]
public sealed class BoundaryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly BoundarySettings small = new() { TrainImages = 60, Training = new LatentTraining(2, 20), Neighbours = 8 };

    /// <summary>Two classes of points, divided by the line x = y but for some noise.</summary>
    private static TabularSet Table()
    {
        var random = new Random(3);
        double[][] rows = [.. Enumerable.Range(0, 300).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        return new TabularSet("halves", ["x", "y"], rows, [.. rows.Select(row => row[0] + 0.05 * random.NextDouble() > row[1] ? 1.0 : 0)], ["below", "above"]);
    }

    [Fact]
    public void Distances_of_a_linear_classifier_lead_to_its_boundary()
    {
        Assert.True(new TableBoundary(Table()).LargestLogitAtBoundary(new Seed(1), small) < 1e-9);
        Assert.True(new TableBoundary(TabularSets.BreastCancer()).LargestLogitAtBoundary(new Seed(2), new BoundarySettings()) < 1e-9);
    }

    [Fact]
    public void Influence_knows_the_boundary_of_a_table_and_its_controls_do_not()
    {
        var readings = new TableBoundary(Table()).Run([new Seed(1), new Seed(2)], small);
        var (first, second) = (readings[0], readings[1]);
        Assert.Equal((300, 300, 600), (first.Margins.Length, first.Influence.Length, first.Plane.Length));
        Assert.True(first.Accuracy > 0.9);
        Assert.True(first.Area(first.Influence) > 0.8, first.ToString());
        Assert.True(first.PValue(first.Influence) < 1e-3);
        Assert.InRange(first.Area(first.Permuted), 0.2, 0.8);
        Assert.InRange(first.Area(first.Lot), 0.2, 0.8);
        Assert.NotEqual(first.Margins, second.Margins);
        Assert.Equal(first.Influence, new TableBoundary(Table()).Run([new Seed(1)], small)[0].Influence);
        Assert.Contains("expected 2", Assert.Throws<ArgumentException>(() => new TableBoundary(TabularSets.Wine()).Run([new Seed(1)], small)).Message);
    }

    [Fact]
    public void Networks_of_digits_repeat_by_seed()
    {
        using var scope = NewDisposeScope();
        using var train = Patches.Of(90, 2, 1);
        using var test = Patches.Of(50, 2, 2);
        var digits = new DigitBoundary(3, 8, train, test);
        var log = new StringWriter();
        var readings = digits.Run([new Seed(1), new Seed(2)], small, log: log, cancel: Cancel);
        Assert.Equal(2, log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal([1L, 2L], readings.Select(reading => reading.Seed));
        Assert.All(readings, reading => Assert.Equal(50, reading.Margins.Length));
        Assert.All(readings[0].Margins, margin => Assert.True(margin >= 0));
        Assert.Equal(test.Labels.data<long>().ToArray().Select(label => (int)label), readings[0].Labels);
        var again = digits.Run([new Seed(2)], small, cancel: Cancel)[0];
        Assert.Equal(readings[1].Margins, again.Margins);
        Assert.Equal(readings[1].Plane, again.Plane);
        Assert.NotEqual(readings[0].Margins, again.Margins);
        Assert.Equal((28, 28), (digits.Picture(1).GetLength(0), digits.Picture(1).GetLength(1)));
        Assert.Equal(test.Images[1, 0, 12, 7].ToDouble(), digits.Picture(1)[12, 7], 0.006);
        Assert.Equal("3 and 8: 90 training images, 50 test images", digits.ToString());
        Assert.Contains("in rising order", Assert.Throws<ArgumentOutOfRangeException>(() => DigitBoundary.Read(8, 3)).Message);
    }
}
