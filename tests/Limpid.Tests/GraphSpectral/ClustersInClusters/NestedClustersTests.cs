using Limpid.GraphSpectral.ClustersInClusters;
using Limpid.Tests.GraphSpectral;
using Xunit;

namespace Limpid.Tests.GraphSpectral.ClustersInClusters;

public class NestedClustersTests
{
    [Fact]
    public void MeansAndCovarianceAreAsSpecified()
    {
        using var data = NestedClusters.Draw(30_000, new Random(1));
        var x = Check.Matrix(data.Samples);
        for (var c = 0; c < NestedClusters.Classes; c++)
        {
            int[] rows = [.. Enumerable.Range(0, data.Count).Where(i => data.ClassOf[i] == c)];
            Assert.InRange(rows.Length, 4_700, 5_300);
            double[] mean = [.. Enumerable.Range(0, 15).Select(f => rows.Average(i => x[i, f]))];
            double[] expected = [.. Enumerable.Range(0, 15).Select(f => f / 5 != c / 2 ? 0.0 : f % 5 == 4 && c % 2 == 1 ? 20 : 10)];
            for (var f = 0; f < 15; f++) Assert.Equal(expected[f], mean[f], 0.08);
            double Covariance(int f, int g) => rows.Average(i => (x[i, f] - mean[f]) * (x[i, g] - mean[g]));
            Assert.Equal(1, Covariance(3, 3), 0.1);
            Assert.Equal(0.6, Covariance(5, 9), 0.1);
            Assert.Equal(0, Covariance(4, 5), 0.1);
        }
    }

    [Fact]
    public void EqualSourcesDrawEqualSamples()
    {
        using var first = NestedClusters.Draw(50, new Random(3));
        using var second = NestedClusters.Draw(50, new Random(3));
        Assert.Equal(Check.Values(first.Samples), Check.Values(second.Samples));
        Assert.Equal("50 samples of 15 features in 6 classes", first.ToString());
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => NestedClusters.Draw(0, new Random(1))).ParamName);
    }
}
