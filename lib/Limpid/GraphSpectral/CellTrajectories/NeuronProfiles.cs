using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>How active each neuron is along a trajectory: its mean over groups of cells, and where it peaks.</summary>
/// <param name="Means">[groups][neurons], the groups by segment, then by time.</param>
/// <param name="Segments">The segment of each group.</param>
/// <param name="Times">The mean time of each group.</param>
public sealed record NeuronProfiles(double[][] Means, int[] Segments, double[] Times)
{
    /// <summary>The group in which each neuron is most active; of several, the first.</summary>
    [JsonIgnore]
    public int[] Peaks => [.. Enumerable.Range(0, Means[0].Length).Select(neuron => Enumerable.Range(0, Means.Length).MaxBy(group => Means[group][neuron]))];

    /// <summary>The means as a matrix [groups, neurons], a new array at each call.</summary>
    [JsonIgnore]
    public double[,] Map
    {
        get
        {
            var map = new double[Means.Length, Means[0].Length];
            for (var group = 0; group < Means.Length; group++)
                for (var neuron = 0; neuron < Means[group].Length; neuron++) map[group, neuron] = Means[group][neuron];
            return map;
        }
    }

    /// <summary>The name of each group's segment.</summary>
    /// <param name="trajectory">The trajectory that was averaged over.</param>
    public string[] Names(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        return [.. Segments.Select(segment => trajectory.SegmentNames[segment])];
    }

    /// <summary>The positions of the groups of one segment.</summary>
    /// <param name="segment">0 for the trunk.</param>
    public int[] Groups(int segment) => [.. Enumerable.Range(0, Segments.Length).Where(group => Segments[group] == segment)];

    /// <summary>Averages activations over groups of cells.</summary>
    /// <param name="trajectory">Time and segment of each cell.</param>
    /// <param name="activations">Z [cells, neurons].</param>
    /// <param name="bins">Groups in each segment, as even as can be; fewer where there are fewer cells.</param>
    /// <exception cref="ArgumentException">There is not one row per cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static NeuronProfiles Of(Trajectory trajectory, Tensor activations, int bins)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (values, rows, neurons) = Activations.Copy(activations, nameof(activations));
        if (rows != trajectory.Count)
            throw new ArgumentException(
                FormattableString.Invariant($"There are {rows} rows of activations; expected {trajectory.Count}, one per cell."), nameof(activations));
        var (means, segments, times) = (new List<double[]>(), new List<int>(), new List<double>());
        for (var segment = 0; segment < trajectory.SegmentNames.Count; segment++)
        {
            var cells = Enumerable.Range(0, rows).Where(cell => trajectory.Segment[cell] == segment).OrderBy(cell => trajectory.Time[cell]).ToArray();
            var groups = Math.Min(bins, cells.Length);
            for (var group = 0; group < groups; group++)
            {
                var part = cells[(group * cells.Length / groups)..((group + 1) * cells.Length / groups)];
                means.Add([.. Enumerable.Range(0, neurons).Select(neuron => part.Average(cell => values[cell * neurons + neuron]))]);
                segments.Add(segment);
                times.Add(part.Average(cell => trajectory.Time[cell]));
            }
        }
        return new NeuronProfiles([.. means], [.. segments], [.. times]);
    }
}
