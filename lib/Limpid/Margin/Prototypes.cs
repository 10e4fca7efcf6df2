using System.Collections.Immutable;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>The task of prototypes and criticisms: which samples are typical of a data set and which are not.</summary>
/// <remarks>
/// Vertices are samples, edges join nearest neighbours, the signal is <see cref="MmdSignal"/>. Criticisms have the largest influence. Which end gives prototypes isn't known to us
/// (protocol ours), so all are here: the least influential samples; those whose neighbourhood as a whole lies nearest to the data, the least of the low-pass signal; and the peaks of the
/// signal, whose own neighbourhood stands out more than those of their neighbours, as that of a cluster's centre does. The magnitude of an influence doesn't tell a peak from a pit.
/// </remarks>
/// <param name="Influence">The high-pass side.</param>
/// <param name="Smoothed">The low-pass side, as many hops.</param>
/// <param name="HighPass">f - A^k f, one per sample: the high-pass side with its sign.</param>
/// <param name="Signal">f, one per sample.</param>
/// <param name="Graph">The neighbours.</param>
public sealed record Prototypes(InfluenceScores Influence, InfluenceScores Smoothed, ImmutableArray<double> HighPass, ImmutableArray<double> Signal, Graph Graph)
{
    /// <summary>Poses the task.</summary>
    /// <param name="points">Samples [n, d]; left as they are.</param>
    /// <param name="gamma">Of the kernel: .026 for USPS' pixels in [-1, 1].</param>
    /// <param name="classes">Labels for the class-wise ("local") signal; null for the global one.</param>
    /// <param name="k">Number of neighbours.</param>
    /// <param name="hops">Of both filters.</param>
    /// <param name="cancellation">Ends the work between two blocks.</param>
    /// <exception cref="ArgumentException">Points and labels don't fit, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Prototypes Of(Tensor points, double gamma, IReadOnlyList<int>? classes = null, int k = 20, int hops = 1, CancellationToken cancellation = default)
    {
        if (classes is null)
        {
            var (graph, signal) = MmdSignal.WithGraph(points, k, gamma, cancellation: cancellation);
            return Of(graph, signal, hops);
        }
        var neighbours = Graph.FromNeighbours(NearestNeighbours.Of(points, k, cancellation));
        return Of(neighbours, MmdSignal.Of(points, neighbours, gamma, classes, cancellation: cancellation), hops);
    }

    /// <summary>Poses the task with a graph and a signal of one's own.</summary>
    /// <param name="graph">The neighbours.</param>
    /// <param name="signal">f, one per sample.</param>
    /// <param name="hops">Of both filters.</param>
    public static Prototypes Of(Graph graph, double[] signal, int hops = 1)
    {
        ArgumentNullException.ThrowIfNull(signal);
        using var scope = NewDisposeScope();
        var filter = Margin.Influence.RandomWalk(hops);
        return new(filter.Of(graph, signal), Margin.Influence.Smoothed(hops).Of(graph, signal), [.. filter.Filtered(graph, tensor(signal)).data<double>()], [.. signal], graph);
    }

    /// <summary>The criticisms: the most influential samples, the strongest first.</summary>
    /// <param name="count">How many.</param>
    public ImmutableArray<int> Criticisms(int count) => Influence.Most(count);

    /// <summary>Prototypes as the least influential samples.</summary>
    /// <param name="count">How many.</param>
    public ImmutableArray<int> LeastInfluential(int count) => Influence.Least(count);

    /// <summary>Prototypes as the samples whose neighbourhood lies nearest to the data.</summary>
    /// <param name="count">How many.</param>
    public ImmutableArray<int> MostCentral(int count) => Smoothed.Least(count);

    /// <summary>Prototypes as the peaks of the signal: the largest f - A^k f first, equal ones by index.</summary>
    /// <param name="count">How many, 0 to the number of samples.</param>
    public ImmutableArray<int> Peaks(int count) => [.. Ordered(descending: true).Take(count)];

    /// <summary>The other half of the criticisms: the least f - A^k f first, samples whose neighbours' neighbourhoods stand out and their own doesn't; equal ones by index.</summary>
    /// <param name="count">How many, 0 to the number of samples.</param>
    public ImmutableArray<int> Pits(int count) => [.. Ordered(descending: false).Take(count)];

    private IEnumerable<int> Ordered(bool descending)
    {
        var samples = Enumerable.Range(0, HighPass.Length);
        return descending ? samples.OrderByDescending(sample => HighPass[sample]) : samples.OrderBy(sample => HighPass[sample]);
    }
}
