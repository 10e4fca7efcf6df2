using Limpid.Data;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>The real cells as trajectories.</summary>
public static class CellTrajectory
{
    /// <summary>Above this arcsinh value a thymocyte counts as positive for CD4 or CD8.</summary>
    public const double Gate = 2.5;

    /// <summary>
    /// Myoblasts by the pseudo-time of the data's authors: state 1 is the trunk, states 2 (muscle) and 3 the branches. Order is measured on the way to
    /// muscle alone: state 3 is short, and few neurons peak there, or none.
    /// </summary>
    /// <param name="cells">As <see cref="SingleCellSets.Myoblasts"/> gives them.</param>
    public static Trajectory Myoblasts(CellSet cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new Trajectory(
            cells.Name, cells.Expression, cells.Genes, cells["Pseudotime"].Values, cells["State"].Labels,
            ["state 1", "state 2 (muscle)", "state 3"], paths: [[0, 1]]);
    }

    /// <summary>The embryo by its stage, which is time itself: 0 for 2 cells to 5 for 64; no branches.</summary>
    /// <param name="cells">As <see cref="SingleCellSets.Embryo"/> gives them.</param>
    public static Trajectory Embryo(CellSet cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new Trajectory(cells.Name, cells.Expression, cells.Genes, cells["Stage"].Values, new int[cells.Count], ["2 to 64 cells"]);
    }

    /// <summary>
    /// Thymocytes: double-negative and double-positive cells are the trunk, CD4 and CD8 single-positive cells the branches (a gate at 2.5 on
    /// either marker); at most so many of each of the four kinds. Time is diffusion distance from the root, as a rank from 0 to 1; the root is the
    /// double-negative cell with the least CD3 + TCRb + CD4 + CD8.
    /// </summary>
    /// <param name="cells">As <see cref="SingleCellSets.Thymus"/> gives them.</param>
    /// <param name="perKind">Cells of each kind, at least 50.</param>
    /// <param name="random">Which.</param>
    /// <param name="neighbours">Of each cell in the graph on which distances are measured.</param>
    public static Trajectory Thymus(CellSet cells, int perKind, Random random, int neighbours = 30)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(perKind, 50);
        var (cd4, cd8) = (cells.Gene("CD4"), cells.Gene("CD8"));
        int Kind(int cell) => (cd4[cell] > Gate ? 1 : 0) + (cd8[cell] > Gate ? 2 : 0);
        var some = Enumerable.Range(0, cells.Count).GroupBy(Kind).SelectMany(kind => Some([.. kind], perKind, random));
        var chosen = some.Order().Select(cell => (long)cell).ToArray();
        using var part = cells.SelectCells(chosen);
        var kinds = chosen.Select(cell => Kind((int)cell)).ToArray();
        var segments = kinds.Select(kind => kind % 3).ToArray();
        return new Trajectory(
            cells.Name, part.Expression, part.Genes, Time(part, kinds, neighbours), segments, ["DN and DP", "CD4 SP", "CD8 SP"]);
    }

    private static IEnumerable<int> Some(int[] cells, int count, Random random)
    {
        random.Shuffle(cells);
        return cells.Take(count);
    }

    private static double[] Time(CellSet cells, int[] kinds, int neighbours)
    {
        var early = new[] { "CD3", "TCRb", "CD4", "CD8" }.Select(cells.Gene).ToArray();
        var root = Enumerable.Range(0, cells.Count).Where(cell => kinds[cell] == 0).MinBy(cell => early.Sum(marker => marker[cell]));
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(cells.Expression, neighbours), NeighbourWeight.Adaptive(neighbours / 2));
        var distances = DiffusionMap.Of(graph, dimensions: 10).DistancesFrom(root);
        var rank = new double[distances.Length];
        var order = Enumerable.Range(0, distances.Length).OrderBy(cell => distances[cell]).ToArray();
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i / (order.Length - 1.0);
        return rank;
    }
}
