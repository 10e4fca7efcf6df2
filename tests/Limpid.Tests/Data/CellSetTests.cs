using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

public sealed class CellSetTests
{
    private static readonly CellAnnotation Kind = new("Kind", [1, double.NaN, 0], ["a", "b"]);

    private static CellSet Small() => new("small", "counts", tensor(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }), ["g", "h"], ["p", "q", "r"], [Kind]);

    [Fact]
    public void Gives_genes_annotations_and_parts()
    {
        using DisposeScope scope = NewDisposeScope();
        CellSet set = Small();
        Assert.Equal([2, 4, 6], set.Gene("h"));
        Assert.Equal([1, -1, 0], set["Kind"].Labels);
        CellSet part = set.SelectCells([2, 0]).SelectGenes(["h"]).With(new CellAnnotation("Time", [7, 8]));
        Assert.Equal([6f, 2f], part.Expression.data<float>().ToArray());
        Assert.Equal(["r", "p"], part.Cells);
        Assert.Equal([0, 1], part["Kind"].Labels);
        Assert.Equal([7, 8], part["Time"].Values);
        Assert.Equal("small: 3 cells x 2 genes; Kind", set.ToString());
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        using DisposeScope scope = NewDisposeScope();
        CellSet set = Small();
        Assert.Contains("no gene 'x'", Assert.Throws<ArgumentException>(() => set.Gene("x")).Message);
        Assert.Contains("expected one of Kind", Assert.Throws<ArgumentException>(() => set["x"]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.SelectCells([3]));
        Assert.Contains("expected 3, one per cell", Assert.Throws<ArgumentException>(() => set.With(new CellAnnotation("t", [1]))).Message);
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => new CellSet("s", "v", ones(3, 2), ["g", "h"], ["p", "q"], [])).Message);
        Assert.Throws<InvalidOperationException>(() => new CellAnnotation("t", [1]).Labels);
    }
}
