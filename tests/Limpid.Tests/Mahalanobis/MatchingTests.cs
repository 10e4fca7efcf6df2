using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Matching;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Assignments against all permutations and SciPy, principal angles against SciPy and closed forms.</summary>
public class MatchingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(4, 4)]
    [InlineData(6, 6)]
    [InlineData(6, 3)]
    [InlineData(3, 7)]
    public void AssignmentsAreTheBestOfAll(int rows, int columns)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var cost = new double[rows, columns];
            // Whole numbers, so that ties occur.
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < columns; j++) cost[i, j] = random.Next(-9, 10);
            var found = HungarianAssignment.Of(cost);
            Assert.Equal(rows, found.Length);
            Assert.Equal(Math.Min(rows, columns), found.Where(column => column >= 0).Distinct().Count());
            Assert.Equal(Math.Max(0, rows - columns), found.Count(column => column < 0));
            Assert.Equal(Best(cost, 0, new bool[columns], Math.Max(0, rows - columns)), found.Select((column, row) => column < 0 ? 0 : cost[row, column]).Sum(), 1e-9);
        }
    }

    [Fact]
    public void MatchesSciPy()
    {
        using var scope = NewDisposeScope();
        var rows = Points.Rows(Recorded.Matrix("cost"));
        var cost = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[i].Length; j++) cost[i, j] = rows[i][j];
        Assert.Equal(Recorded.Numbers("assignment").Select(value => (int)value), HungarianAssignment.Of(cost));
        Close.Values(Recorded.Numbers("angles"), PrincipalAngles.Between(Recorded.Matrix("a"), Recorded.Matrix("b")), 1e-9);
        Assert.Equal([1, 0], HungarianAssignment.Of(new double[,] { { 4, 1 }, { 2, 0 } }));
        Assert.Empty(HungarianAssignment.Of(new double[0, 3]));
        Assert.Throws<ArgumentException>(() => HungarianAssignment.Of(new[,] { { double.NaN } }));
    }

    [Fact]
    public void AnglesByHand()
    {
        using var scope = NewDisposeScope();
        var plane = tensor(new double[,] { { 1, 0, 0 }, { 1, 1, 0 } });
        foreach (var angle in new[] { 1e-9, 0.3, 1.2, Math.PI / 2 })
        {
            var line = tensor(new[,] { { Math.Cos(angle), 0, Math.Sin(angle) } });
            Close.Values([angle], PrincipalAngles.Between(plane, line), 1e-14);
            Close.Values([angle], PrincipalAngles.Between(line, plane), 1e-14);
        }
        Close.Values([0, 0], PrincipalAngles.Between(plane, tensor(new double[,] { { 3, 1, 0 }, { 0, 2, 0 }, { 1, 1, 0 } })), 1e-12);
        Assert.Throws<ArgumentException>(() => PrincipalAngles.Between(plane, zeros([1, 3])));
        Assert.Throws<ArgumentException>(() => PrincipalAngles.Between(plane, zeros([1, 2])));
    }

    [Fact]
    public void NeuronsFindTheirAxes()
    {
        using var gaussian = Cases.Random(5, 2);
        int[] order = [3, 0, 4, 1, 2];
        using var pca = WhiteningLayer.Pca(gaussian);
        using var shuffled = MirroredPairs.Rows(pca, order);
        using var scaled = LinearRows.Layer(shuffled.weight!.mul(-3), shuffled.bias!);
        Assert.Equal(order, AxisMatching.Of(scaled, gaussian).Select(match => match.Axis));
        Assert.All(AxisMatching.Of(scaled, gaussian).Concat(AxisMatching.Whitened(scaled, gaussian)), match => Close.Value(1, match.Cosine, 1e-9));
        using var more = Cases.RandomLayer(8, 5, 1);
        var matches = AxisMatching.Of(more, gaussian);
        Assert.Equal((5, 5), (matches.Length, matches.Select(match => match.Axis).Distinct().Count()));
        using var dead = Cases.Layer(new double[,] { { 0, 0, 0, 0, 0 } }, [1]);
        Assert.Equal(0, Assert.Single(AxisMatching.Of(dead, gaussian)).Cosine);
    }

    private static double Best(double[,] cost, int row, bool[] taken, int skips)
    {
        if (row == cost.GetLength(0)) return 0;
        var best = skips > 0 ? Best(cost, row + 1, taken, skips - 1) : double.PositiveInfinity;
        for (var column = 0; column < taken.Length; column++)
        {
            if (taken[column]) continue;
            taken[column] = true;
            best = Math.Min(best, cost[row, column] + Best(cost, row + 1, taken, skips));
            taken[column] = false;
        }
        return best;
    }
}
