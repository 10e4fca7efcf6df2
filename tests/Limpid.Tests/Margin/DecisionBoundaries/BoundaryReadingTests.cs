using Limpid.Margin.DecisionBoundaries;
using Xunit;

namespace Limpid.Tests.Margin.DecisionBoundaries;

public sealed class BoundaryReadingTests
{
    /// <summary>Forty samples with the margins 1 to 40: the two of margin 1 and 2 are nearest.</summary>
    private static readonly BoundaryReading reading = new()
    {
        Seed = 3, Accuracy = 1, Labels = new int[40], Predicted = new int[40], Margins = [.. Enumerable.Range(1, 40).Select(i => (double)i)],
        Influence = [.. Enumerable.Range(0, 40).Select(i => i < 2 ? 1.0 : 0)], Disagreement = new double[40], Permuted = new double[40], FromMean = new double[40], Lot = new double[40], Plane = new float[80],
    };

    [Fact]
    public void Scores_that_find_the_nearest_samples_have_the_area_1_and_the_least_p()
    {
        Assert.Equal([0, 1], Enumerable.Range(0, 40).Where(i => reading.Nearest()[i]));
        Assert.Equal(1, reading.Area(reading.Influence));
        Assert.Equal(0.5, reading.Area(reading.Lot));
        // The median of 1 and 2 over that of 3 to 40.
        Close.Value(1.5 / 21.5, reading.MedianRatio(reading.Influence), 1e-15);
        // U = 0: z = -38 / sqrt(2 * 38 / 12 * 41), and Phi(-2.3581) = 0.00918.
        Close.Value(0.00918, reading.PValue(reading.Influence), 1e-5);
        Close.Value(1 - 0.00918, reading.PValue(reading.Margins), 1e-5);
        Assert.Equal(2, reading.Touched);
    }

    [Fact]
    public void Ties_go_to_the_lower_index() => Assert.Equal(reading.PValue(reading.Influence), reading.PValue(reading.Lot));

    [Fact]
    public void Every_score_has_a_name() => Assert.Equal(5, reading.Scores.Select(score => score.Name).Distinct().Count());
}
