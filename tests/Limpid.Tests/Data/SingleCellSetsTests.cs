using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

public sealed class SingleCellSetsTests
{
    private static void NeedsData(string name) =>
        Assert.SkipUnless(DataStore.Default.Status(name).State != DataState.Missing, $"{name} is not at hand; ./limpid data get {name} fetches it");

    private static int[] Counts(CellSet set, string annotation) =>
        [.. Enumerable.Range(0, set[annotation].Categories!.Count).Select(category => set[annotation].Labels.Count(label => label == category))];

    [Fact]
    public void The_myoblasts_are_the_known_ones()
    {
        NeedsData("myoblasts");
        using DisposeScope scope = NewDisposeScope();
        CellSet cells = SingleCellSets.Myoblasts();
        Assert.Equal([271, 518], cells.Expression.shape);
        Assert.Equal(ScalarType.Float32, cells.Expression.dtype);
        Assert.Equal([69, 74, 79, 49], Counts(cells, "Hours"));
        Assert.Equal([99, 129, 43], Counts(cells, "State"));
        Assert.Equal("T0_CT_A01", cells.Cells[0]);
        Assert.Equal(23.91667, cells["Pseudotime"].Values[0], 1e-5);
        Assert.Equal(0.0, cells.Expression.min().item<float>());
        Assert.Contains("MYOG", cells.Genes);
    }

    [Fact]
    public void The_embryo_is_the_known_one()
    {
        NeedsData("embryo");
        using DisposeScope scope = NewDisposeScope();
        CellSet cells = SingleCellSets.Embryo();
        Assert.Equal([428, 48], cells.Expression.shape);
        Assert.Equal(["2", "4", "8", "16", "32", "64"], cells["Stage"].Categories);
        Assert.Equal([19, 23, 43, 75, 109, 159], Counts(cells, "Stage"));
        Assert.Equal(0.575, cells.Gene("Actb")[0], 1e-6);
        Assert.Equal(-11.515, cells.Gene("Ahcy")[0], 1e-5);
    }

    [Fact]
    public void The_lung_is_the_known_one()
    {
        NeedsData("lung");
        using DisposeScope scope = NewDisposeScope();
        CellSet cells = SingleCellSets.Lung();
        Assert.Equal([185, 218], cells.Expression.shape);
        Assert.Equal([44, 27, 68, 46], Counts(cells, "Time"));
        Assert.Equal(Math.Log10(34.63543561439981 + 1), cells.Expression[0, 1].item<float>(), 1e-6);
    }

    [Fact]
    public void The_thymus_is_the_known_one()
    {
        NeedsData("thymus");
        using DisposeScope scope = NewDisposeScope();
        CellSet cells = SingleCellSets.Thymus();
        Assert.Equal([25_000, 13], cells.Expression.shape);
        Assert.Equal(20_585, cells.Gene("CD4").Zip(cells.Gene("CD8")).Count(pair => pair.First > 2.5 && pair.Second > 2.5));
    }
}
