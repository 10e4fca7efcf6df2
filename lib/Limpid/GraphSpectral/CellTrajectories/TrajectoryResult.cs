using System.Globalization;
using System.Text.Json.Serialization;
using Limpid.Graphs;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>What came of one network: plain numbers, so that a long run can keep them.</summary>
public sealed record TrajectoryResult
{
    /// <summary>Name of the trajectory.</summary>
    public required string Cells { get; init; }

    /// <summary>Weight of the penalty; 0 for the plain network.</summary>
    public required double Alpha { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Mean squared error of the reconstruction of all cells, without noise.</summary>
    public required double Error { get; init; }

    /// <summary>Eigenvalues of D - W below 1e-3 in the final graph: the count of components of the authors' code.</summary>
    public required int Components { get; init; }

    /// <summary>Components when only edges of weight at least 1e-3, 1e-2, 0.1 count.</summary>
    public required int[] ComponentsAt { get; init; }

    /// <summary>Order of the trained network's neurons.</summary>
    public required TrajectoryOrder Order { get; init; }

    /// <summary>Order of the same network's neurons before training.</summary>
    public required TrajectoryOrder Untrained { get; init; }

    /// <summary>The neurons along the trajectory.</summary>
    public required NeuronProfiles Profiles { get; init; }

    /// <summary>The learned graph at four times, the last of them after training, made from all cells.</summary>
    public required NeuronGraph[] Graphs { get; init; }

    /// <summary>Marker-by-neuron correlation in each segment, [segments][markers][neurons]; of the markers asked for.</summary>
    public required double[][][] Correlations { get; init; }

    /// <summary>The final graph.</summary>
    [JsonIgnore]
    public Graph Graph => Graphs[^1].Graph;

    /// <summary>
    /// The neurons in order: those that peak on the trunk, then each branch; inside by the way along the graph from the one that peaks earliest.
    /// </summary>
    [JsonIgnore]
    public int[] NeuronOrder
    {
        get
        {
            var peaks = Profiles.Peaks;
            var root = Enumerable.Range(0, peaks.Length).MinBy(neuron => Profiles.Times[peaks[neuron]]);
            var distances = TrajectoryOrder.DistancesFrom(Graph, root);
            return [.. Enumerable.Range(0, peaks.Length).OrderBy(neuron => Profiles.Segments[peaks[neuron]]).ThenBy(neuron => distances[neuron])];
        }
    }

    /// <summary>
    /// The profiles as a map: groups of cells by segment and time down, neurons in <see cref="NeuronOrder"/> across, each neuron scaled to 0..1,
    /// to three decimals.
    /// </summary>
    [JsonIgnore]
    public double[,] ProfileMap
    {
        get
        {
            var (order, map) = (NeuronOrder, new double[Profiles.Means.Length, Profiles.Means[0].Length]);
            for (var column = 0; column < order.Length; column++)
            {
                var values = Profiles.Means.Select(row => row[order[column]]).ToArray();
                var (low, span) = (values.Min(), Math.Max(values.Max() - values.Min(), 1e-12));
                for (var row = 0; row < values.Length; row++) map[row, column] = Math.Round((values[row] - low) / span, 3);
            }
            return map;
        }
    }

    /// <summary>For example "Y, alpha 0.1, seed 0: components 1, order 0.91".</summary>
    public override string ToString()
    {
        var order = string.Join(" and ", Order.Paths.Select(path => path.ToString("F2", CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"{Cells}, alpha {Alpha}, seed {Seed}: components {Components}, order {order}");
    }

    /// <summary>The activations of one group of cells, each neuron scaled to 0..1 over all groups: a signal on the graph.</summary>
    /// <param name="group">Position in <see cref="Profiles"/>.</param>
    public double[] Signal(int group) => [.. Enumerable.Range(0, Profiles.Means[0].Length).Select(neuron =>
    {
        var values = Profiles.Means.Select(row => row[neuron]).ToArray();
        return (values[group] - values.Min()) / Math.Max(values.Max() - values.Min(), 1e-12);
    })];

    /// <summary>Marker-by-neuron correlation in one segment as a map, neurons in <see cref="NeuronOrder"/>, to three decimals.</summary>
    /// <param name="segment">0 for the trunk.</param>
    public double[,] CorrelationMap(int segment)
    {
        var (order, rows) = (NeuronOrder, Correlations[segment]);
        var map = new double[rows.Length, order.Length];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < order.Length; column++) map[row, column] = Math.Round(rows[row][order[column]], 3);
        return map;
    }
}
