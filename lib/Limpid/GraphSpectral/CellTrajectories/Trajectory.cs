using Limpid.Data;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>
/// Cells along a tree of development: a trunk, segment 0, from which branches 1, 2, ... may go off, and how far along each cell is. Its tensor belongs to it.
/// </summary>
public sealed class Trajectory : IDisposable
{
    /// <summary>Makes a trajectory; the tensor is shared, not copied.</summary>
    /// <param name="name">For titles and messages.</param>
    /// <param name="samples">X [cells, markers], float32.</param>
    /// <param name="markers">A name per marker.</param>
    /// <param name="time">Pseudo-time of each cell, finite.</param>
    /// <param name="segment">Segment of each cell, 0 for the trunk.</param>
    /// <param name="segmentNames">A name per segment.</param>
    /// <param name="paths">The ways along which order is measured, as segments; if null the trunk with each branch.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not fit together, a segment has no cell or no name, a path is empty or names no segment, or a time is not finite.
    /// </exception>
    public Trajectory(
        string name, Tensor samples, IReadOnlyList<string> markers, IReadOnlyList<double> time, IReadOnlyList<int> segment,
        IReadOnlyList<string> segmentNames, IReadOnlyList<IReadOnlyList<int>>? paths = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var fits = samples.ndim == 2 && samples.size(0) == time.Count && samples.size(1) == markers.Count && segment.Count == time.Count;
        if (!fits || samples.dtype != float32)
            throw new ArgumentException(FormattableString.Invariant(
                $"samples is {samples.dtype} [{string.Join(", ", samples.shape)}] with {time.Count} times and {segment.Count} segments; ") +
                FormattableString.Invariant($"expected Float32 [cells, {markers.Count}] and one of each per cell."), nameof(samples));
        if (!Enumerable.Range(0, segmentNames.Count).ToHashSet().SetEquals(segment))
            throw new ArgumentException(FormattableString.Invariant(
                $"The cells lie in the segments {string.Join(", ", segment.Distinct().Order())}; expected 0 to {segmentNames.Count - 1}, each with a cell."),
                nameof(segment));
        if (time.Any(value => !double.IsFinite(value)))
            throw new ArgumentException("A time is not finite; expected a finite number per cell.", nameof(time));
        paths ??= segmentNames.Count == 1 ? [[0]] : [.. Enumerable.Range(1, segmentNames.Count - 1).Select(branch => (int[])[0, branch])];
        if (paths.Count == 0 || paths.Any(path => path.Count == 0 || path.Any(each => (uint)each >= (uint)segmentNames.Count)))
            throw new ArgumentException(FormattableString.Invariant(
                $"The paths are [{string.Join("], [", paths.Select(path => string.Join(", ", path)))}]; expected at least one, each of segments 0 to {segmentNames.Count - 1}."),
                nameof(paths));
        (Name, Markers, Time, Segment, SegmentNames) = (name, [.. markers], [.. time], [.. segment], [.. segmentNames]);
        Paths = [.. paths.Select(path => (int[])[.. path])];
        Samples = samples.alias().DetachFromDisposeScope();
    }

    /// <summary>For titles and messages.</summary>
    public string Name { get; }

    /// <summary>X [cells, markers], float32.</summary>
    public Tensor Samples { get; }

    /// <summary>A name per marker.</summary>
    public IReadOnlyList<string> Markers { get; }

    /// <summary>Pseudo-time of each cell.</summary>
    public IReadOnlyList<double> Time { get; }

    /// <summary>Segment of each cell, 0 for the trunk.</summary>
    public IReadOnlyList<int> Segment { get; }

    /// <summary>A name per segment, the trunk first.</summary>
    public IReadOnlyList<string> SegmentNames { get; }

    /// <summary>Number of cells.</summary>
    public int Count => Time.Count;

    /// <summary>The ways along which order is measured, as segments: trunk and one branch each, the trunk alone where there is no branch, or as given.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Paths { get; }

    /// <summary>The cells in two dimensions by diffusion on the graph of nearest neighbours, adaptive weights.</summary>
    /// <param name="neighbours">How many neighbours; more join what is apart.</param>
    /// <param name="dimensions">Number of modes.</param>
    /// <exception cref="ArgumentException">The graph is in pieces.</exception>
    public DiffusionMap Map(int neighbours = 15, int dimensions = 2) =>
        DiffusionMap.Of(Graph.FromNeighbours(NearestNeighbours.Of(Samples, neighbours), NeighbourWeight.Adaptive(Math.Max(1, neighbours / 2))), dimensions);

    /// <summary>Frees the tensor.</summary>
    public void Dispose() => Samples.Dispose();

    /// <summary>For example "Y: 3000 cells, 20 markers; trunk 1000, branch A 1000, branch B 1000".</summary>
    public override string ToString()
    {
        var sizes = SegmentNames.Select((name, segment) => FormattableString.Invariant($"{name} {Segment.Count(each => each == segment)}"));
        return FormattableString.Invariant($"{Name}: {Count} cells, {Markers.Count} markers; {string.Join(", ", sizes)}");
    }
}
