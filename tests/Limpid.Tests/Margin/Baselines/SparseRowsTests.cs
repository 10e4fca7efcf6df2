using Limpid.Margin.Baselines;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Baselines;

public class SparseRowsTests
{
    private static (SparseRows Rows, Tensor Dense) Data(int n, int d, int seed)
    {
        var random = new Random(seed);
        var dense = new double[n, d];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < d; j++)
                if (random.Next(3) == 0) dense[i, j] = random.Next(-2, 3);
        return (SparseRows.From(Enumerable.Range(0, n).Select(i => Enumerable.Range(0, d).Select(j => (j, dense[i, j]))), d), tensor(dense));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 30)]
    [InlineData(40, 5)]
    public void ProductsAreThoseOfTheDenseMatrix(int n, int d)
    {
        using var scope = NewDisposeScope();
        var ((rows, x), random) = (Data(n, d, n), new Random(d));
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
        var (v, u) = (Draw(d), Draw(n));
        Assert.Equal((n, d, (int)x.ne(0).sum().item<long>()), (rows.Count, rows.Width, rows.Entries));
        Close.Values(x.mv(tensor(v)).data<double>().ToArray(), rows.Times(v), 1e-12);
        Close.Values(x.t().mv(tensor(u)).data<double>().ToArray(), rows.TransposeTimes(u), 1e-12);
        var weighted = x.t().mm(x * tensor(u).unsqueeze(1));
        Close.Values(weighted.mv(tensor(v)).data<double>().ToArray(), rows.WeightedProduct(u, v), 1e-12);
        Assert.Equal(x, rows.ToDense());
        Assert.Equal(x.mm(x.t()), rows.Gram());
    }

    [Fact]
    public void BadRowsAreRefused()
    {
        Assert.Contains("There is no row", Assert.Throws<ArgumentException>(() => SparseRows.From([], 3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SparseRows.From([[]], 0));
        foreach (var row in new (int, double)[][] { [(1, 1), (1, 2)], [(2, 1), (0, 2)], [(3, 1)], [(-1, 1)], [(0, double.NaN)] })
            Assert.Contains("expected ascending columns below 3", Assert.Throws<ArgumentException>(() => SparseRows.From([row], 3)).Message);
    }
}
