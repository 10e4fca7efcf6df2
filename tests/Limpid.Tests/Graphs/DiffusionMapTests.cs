using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public sealed class DiffusionMapTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void A_path_has_cosines(int n)
    {
        DiffusionMap map = DiffusionMap.Of(Graph.Path(n), 2, correctDensity: false);
        double[,] places = map.Places();
        for (int k = 1; k <= 2; k++)
        {
            double mu = Math.Cos(Math.PI * k / (n - 1));
            Assert.Equal(mu, map.Eigenvalues[k - 1], 1e-6);
            // The sign of an eigenvector means nothing.
            double sign = Math.Sign(places[0, k - 1]) * Math.Sign(mu);
            for (int i = 0; i < n; i++)
                Assert.Equal(sign * Math.Sqrt(2) * mu * Math.Cos(Math.PI * k * i / (n - 1)), places[i, k - 1], 1e-4);
        }
    }

    [Fact]
    public void A_ring_becomes_a_circle()
    {
        double[,] places = DiffusionMap.Of(Graph.Rings(1, 24), 2).Places();
        double radius = Math.Sqrt(2) * Math.Cos(2 * Math.PI / 24);
        for (int i = 0; i < 24; i++)
            Assert.Equal(radius, Math.Sqrt(places[i, 0] * places[i, 0] + places[i, 1] * places[i, 1]), 1e-4);
    }

    [Fact]
    public void Distances_grow_along_a_path_and_are_symmetric()
    {
        DiffusionMap map = DiffusionMap.Of(Graph.Path(12), 8);
        double[] distances = map.DistancesFrom(0);
        Assert.Equal(0, distances[0]);
        Assert.Equal(distances.Order(), distances);
        Assert.Equal(distances[7], map.DistancesFrom(7)[0], 1e-9);
    }

    [Fact]
    public void Density_correction_undoes_a_heavy_edge_scale()
    {
        // Weights c_i c_j are a density and nothing else: divided by the degrees they are those of the complete graph up to the missing diagonal.
        double[] density = [1, 2, 1, 3, 1, 2];
        Graph graph = Graph.FromEdges(6, from i in Enumerable.Range(0, 6) from j in Enumerable.Range(i + 1, 5 - i) select new Edge(i, j, density[i] * density[j]));
        double uneven = DiffusionMap.Of(graph, 1, correctDensity: false).Eigenvalues[0], even = DiffusionMap.Of(graph, 1).Eigenvalues[0];
        Assert.True(Math.Abs(even + 0.2) < Math.Abs(uneven + 0.2));
    }

    [Fact]
    public void Refuses_what_can_not_be()
    {
        Assert.Contains("in 2 pieces", Assert.Throws<ArgumentException>(() => DiffusionMap.Of(Graph.Lines(2, 3))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => DiffusionMap.Of(Graph.Path(3), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiffusionMap.Of(Graph.Path(3), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiffusionMap.Of(Graph.Path(3)).DistancesFrom(3));
    }
}
