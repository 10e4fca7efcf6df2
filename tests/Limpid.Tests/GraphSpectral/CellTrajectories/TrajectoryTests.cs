using Limpid.Data;
using Limpid.GraphSpectral.CellTrajectories;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.CellTrajectories;

public sealed class TrajectoryTests
{
    [Fact]
    public void The_y_has_three_even_segments_and_humps_along_them()
    {
        using Trajectory y = YTrajectory.Draw(3000, new Seed(1000));
        Assert.Equal([3000, 20], y.Samples.shape);
        Assert.All(Enumerable.Range(0, 3), segment => Assert.Equal(1000, y.Segment.Count(each => each == segment)));
        Assert.All(Enumerable.Range(0, y.Count), cell => Assert.InRange(y.Time[cell], y.Segment[cell] == 0 ? 0 : 1, y.Segment[cell] == 0 ? 1 : 2));
        Assert.Equal([[0, 1], [0, 2]], y.Paths);
        using DisposeScope scope = NewDisposeScope();
        double[] values = y.Samples.to(float64).contiguous().data<double>().ToArray();
        double[] residuals = [.. from cell in Enumerable.Range(0, 3000) from marker in Enumerable.Range(0, 20) select values[cell * 20 + marker] - YTrajectory.Mean(marker, y.Segment[cell], y.Time[cell])];
        Assert.Equal(0, residuals.Average(), 0.01);
        Assert.Equal(YTrajectory.Noise, Math.Sqrt(residuals.Average(x => x * x)), 0.01);
    }

    [Fact]
    public void Paths_are_the_trunk_with_each_branch_unless_given()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros(3, 1);
        using Trajectory one = new("t", x, ["m"], [0, 1, 2], [0, 0, 0], ["trunk"]), given = new("t", x, ["m"], [0, 1, 2], [0, 1, 2], ["t", "a", "b"], [[0, 1]]);
        Assert.Equal([[0]], one.Paths);
        Assert.Equal([[0, 1]], given.Paths);
    }

    [Fact]
    public void Means_go_through_the_fork_and_from_branch_to_branch()
    {
        Assert.Equal(YTrajectory.Height, YTrajectory.Mean(6, 0, 1), 1e-12);
        for (int marker = 0; marker < YTrajectory.Markers; marker++)
        {
            Assert.Equal(YTrajectory.Mean(marker, 0, 1), YTrajectory.Mean(marker, 1, 1), 1e-12);
            Assert.Equal(YTrajectory.Mean(marker, 0, 1), YTrajectory.Mean(marker, 2, 1), 1e-12);
        }
        // The last marker of branch A, seen from branch B: as far beyond the fork as both together.
        Assert.Equal(3 * Math.Exp(-1.5 * 1.5 / (2 * 0.35 * 0.35)), YTrajectory.Mean(12, 2, 1.5), 1e-12);
    }

    [Fact]
    public void Equal_seeds_draw_equal_cells_and_markers_can_be_made_independent()
    {
        using DisposeScope scope = NewDisposeScope();
        using Trajectory one = YTrajectory.Draw(60, new Seed(1001)), two = YTrajectory.Draw(60, new Seed(1001)), apart = YTrajectory.Draw(3000, new Seed(1001), independent: true);
        Assert.True(one.Samples.equal(two.Samples).all().item<bool>());
        double Correlation(Trajectory y, int a, int b)
        {
            double[] x = y.Samples.select(1, a).to(float64).contiguous().data<double>().ToArray(), z = y.Samples.select(1, b).to(float64).contiguous().data<double>().ToArray();
            return MathNet.Numerics.Statistics.Correlation.Pearson(x, z);
        }
        using Trajectory whole = YTrajectory.Draw(3000, new Seed(1001));
        Assert.True(Math.Abs(Correlation(whole, 2, 10)) > 0.2);
        Assert.True(Math.Abs(Correlation(apart, 2, 10)) < 0.1);
        Assert.True(Correlation(apart, 2, 3) > 0.5);
    }

    [Fact]
    public void Thymocytes_are_gated_and_timed_from_the_root()
    {
        // Cells on a curve: none, both, then one of the two markers.
        var random = new Random(3);
        var rows = new List<float>();
        for (int i = 0; i < 400; i++)
        {
            double t = i / 400.0, both = Math.Min(1, 2 * t), mature = Math.Max(0, 2 * t - 1);
            bool four = i % 2 == 0;
            double Noisy(double value) => value + 0.05 * random.NextDouble();
            rows.AddRange([(float)Noisy(5 * both * (four ? 1 : 1 - mature)), (float)Noisy(5 * both * (four ? 1 - mature : 1)), (float)Noisy(4 * mature), (float)Noisy(4 * mature)]);
        }
        using var scope = NewDisposeScope();
        using var cells = new CellSet("thymus", "counts", tensor(rows.ToArray(), [400, 4]), ["CD4", "CD8", "CD3", "TCRb"], [.. Enumerable.Range(0, 400).Select(i => $"{i}")], []);
        using Trajectory thymus = CellTrajectory.Thymus(cells, 400, random, 12);
        Assert.Equal(400, thymus.Count);
        Assert.Equal(0.0, thymus.Time[0], 0.02);
        double[] truth = [.. Enumerable.Range(0, 400).Select(i => (double)i)];
        Assert.True(MathNet.Numerics.Statistics.Correlation.Spearman(truth, thymus.Time) > 0.95);
        Assert.Equal((1, 2), (thymus.Segment[398], thymus.Segment[399]));
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros(3, 2);
        Assert.Throws<ArgumentException>(() => new Trajectory("t", x, ["a"], [0, 1, 2], [0, 0, 0], ["s"]));
        Assert.Contains("expected 0 to 1", Assert.Throws<ArgumentException>(() => new Trajectory("t", x, ["a", "b"], [0, 1, 2], [0, 0, 2], ["s", "u"])).Message);
        Assert.Throws<ArgumentException>(() => new Trajectory("t", x, ["a", "b"], [0, 1, double.NaN], [0, 0, 0], ["s"]));
        Assert.Throws<ArgumentException>(() => new Trajectory("t", x, ["a", "b"], [0, 1, 2], [0, 0, 1], ["s", "u"], [[0, 2]]));
        Assert.Throws<ArgumentException>(() => new Trajectory("t", x, ["a", "b"], [0, 1, 2], [0, 0, 1], ["s", "u"], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => YTrajectory.Draw(2, new Seed(1000)));
    }
}
