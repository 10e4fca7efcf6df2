using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>
/// MARGIN's influence: how much of a signal's high frequencies each vertex of a graph carries. The signal f says what is asked about the vertices; those that differ from what their
/// neighbourhood lets expect are influential.
/// </summary>
/// <remarks>
/// <para>
/// With weights W, degrees d, <c>A_rw = D^-1 W</c> and <c>A_sym = D^-1/2 W D^-1/2</c>, the filtered signal is <c>fhat = f - A^k f</c>, the influence <c>I_i = |fhat_i|</c>, or the Euclidean
/// norm of row i where a vertex has several values, and the score <c>I_i / max_j I_j</c>; if the largest influence is 0, all scores are 0. On an eigenvector of A with eigenvalue mu the
/// gain is <c>1 - mu^k</c>.
/// </para>
/// <para>
/// A vertex without neighbours has a row of zeros in A and keeps its own value, <c>fhat_i = f_i</c>, or gets 0, see <see cref="KeepsIsolated"/>.
/// </para>
/// <para>
/// On <c>Graph.Path(3)</c> with f = (0, 0, 1): A_rw f = (0, 1/2, 0), so that one hop gives fhat = (0, -1/2, 1) and the scores (0, 1/2, 1).
/// </para>
/// <para>
/// Source: Anirudh, Thiagarajan, Sridhar, Bremer, MARGIN, arXiv:1711.05407. The paper speaks of a k-hop high-pass filter and of the magnitude of the filtered signal; its printed form
/// isn't known to us. I - A_rw is the form of Chen et al. 2017 (resampling of point clouds): protocol ours.
/// </para>
/// </remarks>
public abstract record Influence
{
    private Influence() { }

    /// <summary>V1, the default: fhat = f - A_rw^k f. Constant signals have no influence, exactly.</summary>
    /// <param name="hops">k, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hops"/> is below 1.</exception>
    public static Influence RandomWalk(int hops = 1) => new ShiftInfluence(LaplacianKind.RandomWalk, Hop(hops), LowPass: false);

    /// <summary>V2: fhat = f - A_sym^k f. Where degrees differ, a constant signal has an influence.</summary>
    /// <param name="hops">k, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hops"/> is below 1.</exception>
    public static Influence Symmetric(int hops = 1) => new ShiftInfluence(LaplacianKind.Symmetric, Hop(hops), LowPass: false);

    /// <summary>The other side of V1: fhat = A_rw^k f, large where the neighbourhood as a whole has large values.</summary>
    /// <param name="hops">k, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hops"/> is below 1.</exception>
    public static Influence Smoothed(int hops = 1) => new ShiftInfluence(LaplacianKind.RandomWalk, Hop(hops), LowPass: true);

    /// <summary>V3: fhat = U_high U_high' f with the eigenvectors of I - A_sym from number <paramref name="cut"/> on, by ascending eigenvalue. Decomposes a dense matrix: some thousand vertices.</summary>
    /// <remarks>If the cut falls inside a repeated eigenvalue, the result depends on the basis of its subspace.</remarks>
    /// <param name="cut">How many of the smoothest eigenvectors are taken away, 0 or more; all of them leave 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cut"/> is negative.</exception>
    public static Influence IdealSpectral(int cut = 50) => cut >= 0
        ? new SpectralInfluence(cut)
        : throw new ArgumentOutOfRangeException(nameof(cut), cut, FormattableString.Invariant($"The cut is {cut}; expected the number of eigenvectors to take away, 0 or more."));

    /// <summary>V4, for comparison only: the filter of a code that the team probably wrote, with its quirks. On a complete graph with p = 2 its ranking is upside down.</summary>
    /// <remarks>
    /// <c>f0_i = mean over neighbours of f_i f_j</c>, then twice <c>(P f)_i / M_i</c> with <c>P = (C^-1/2 W C^-1/2)^p</c>, C the numbers of neighbours (also where W is weighted) and M_i the
    /// number of positive entries in row i of P; fhat is the difference of the two. One value per vertex.
    /// </remarks>
    /// <param name="power">p, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is below 1.</exception>
    public static Influence LlnlLegacy(int power = 2) => new LegacyInfluence(Hop(power, nameof(power)));

    /// <summary>What becomes of a vertex without neighbours: true if it keeps its value, false for 0.</summary>
    public bool KeepsIsolated { get; init; } = true;

    /// <summary>The filtered signal.</summary>
    /// <param name="graph">The graph, N vertices.</param>
    /// <param name="signal">f [N], or [N, c] with c values for each vertex; left as it is. No gradient flows.</param>
    /// <returns>fhat, float64, of the same shape, on the CPU.</returns>
    /// <exception cref="ArgumentException">The signal has another shape, or holds NaN or infinity; <see cref="LlnlLegacy"/> takes one value per vertex.</exception>
    public Tensor Filtered(Graph graph, Tensor signal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (values, columns) = SignalTensor.Read(signal, graph.VertexCount, nameof(signal));
        using var flat = tensor(Filtered(graph, values, columns));
        return flat.reshape(signal.shape);
    }

    /// <summary>The influence of each vertex.</summary>
    /// <param name="graph">The graph, N vertices.</param>
    /// <param name="signal">f [N], or [N, c] with c values for each vertex; left as it is. No gradient flows.</param>
    /// <exception cref="ArgumentException">The signal has another shape, or holds NaN or infinity; <see cref="LlnlLegacy"/> takes one value per vertex.</exception>
    public InfluenceScores Of(Graph graph, Tensor signal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (values, columns) = SignalTensor.Read(signal, graph.VertexCount, nameof(signal));
        return Scores(graph, values, columns);
    }

    /// <summary>The influence of each vertex.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="signal">f, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public InfluenceScores Of(Graph graph, ReadOnlySpan<double> signal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Signal.Check(signal, graph, nameof(signal));
        return Scores(graph, signal.ToArray(), 1);
    }

    /// <summary>fhat of a signal with so many columns; may change the array it is given.</summary>
    private protected abstract double[] Filter(Graph graph, double[] signal, int columns);

    private InfluenceScores Scores(Graph graph, double[] signal, int columns)
    {
        var filtered = Filtered(graph, signal, columns);
        var influence = new double[graph.VertexCount];
        for (var v = 0; v < influence.Length; v++) influence[v] = Norm(filtered.AsSpan(v * columns, columns));
        return new InfluenceScores(this, [.. influence]);
    }

    // The signal is read before it is filtered: a filter may work in its place.
    private double[] Filtered(Graph graph, double[] signal, int columns)
    {
        var degrees = graph.Degrees;
        var isolated = new List<(int Vertex, double[] Values)>();
        for (var v = 0; v < degrees.Length; v++)
            if (degrees[v] == 0) isolated.Add((v, signal[(v * columns)..((v + 1) * columns)]));
        var filtered = Filter(graph, signal, columns);
        foreach (var (vertex, values) in isolated)
            for (var c = 0; c < columns; c++) filtered[vertex * columns + c] = KeepsIsolated ? values[c] : 0;
        return filtered;
    }

    private static double Norm(ReadOnlySpan<double> values)
    {
        if (values.Length == 1) return Math.Abs(values[0]);
        var sum = 0.0;
        foreach (var value in values) sum += value * value;
        return Math.Sqrt(sum);
    }

    private static int Hop(int hops, string name = "hops") => hops >= 1
        ? hops
        : throw new ArgumentOutOfRangeException(name, hops, FormattableString.Invariant($"The number is {hops}; expected at least 1."));

    private string Suffix => KeepsIsolated ? "" : ", isolated vertices 0";

    // A f = f - L f, in which a constant is lost exactly: L takes differences.
    private sealed record ShiftInfluence(LaplacianKind Kind, int Hops, bool LowPass) : Influence
    {
        private protected override double[] Filter(Graph graph, double[] signal, int columns)
        {
            var product = graph.Laplacian(Kind).Product;
            var (from, to) = ((double[])signal.Clone(), new double[signal.Length]);
            for (var hop = 0; hop < Hops; hop++)
            {
                product.Combine(from, columns, -1, 1, 0, to);
                (from, to) = (to, from);
            }
            if (LowPass) return from;
            for (var i = 0; i < from.Length; i++) from[i] = signal[i] - from[i];
            return from;
        }

        public override string ToString() => FormattableString.Invariant($"{(LowPass ? "Smoothed" : Kind)}, {Hops} {(Hops == 1 ? "hop" : "hops")}{Suffix}");
    }

    private sealed record SpectralInfluence(int Cut) : Influence
    {
        private protected override double[] Filter(Graph graph, double[] signal, int columns)
        {
            using var scope = NewDisposeScope();
            var high = Spectrum.Of(graph.Laplacian(LaplacianKind.Symmetric)).From(Cut);
            return [.. tensor(high).mm(tensor(signal).reshape(-1, columns)).contiguous().data<double>()];
        }

        public override string ToString() => FormattableString.Invariant($"Ideal spectral, from eigenvector {Cut}{Suffix}");
    }

    private sealed record LegacyInfluence(int Power) : Influence
    {
        private protected override double[] Filter(Graph graph, double[] signal, int columns)
        {
            if (columns != 1) throw new ArgumentException($"The signal has {columns} values per vertex; expected one, as the legacy filter multiplies values of neighbours.", nameof(signal));
            var (reached, own) = (Reached(graph), new double[signal.Length]);
            for (var v = 0; v < own.Length; v++)
            {
                var near = graph.Neighbours(v);
                foreach (var other in near) own[v] += signal[v] * signal[other];
                if (near.Length > 0) own[v] /= near.Length;
            }
            var once = Averaged(graph, own, reached);
            var twice = Averaged(graph, once, reached);
            return [.. once.Zip(twice, (first, second) => first - second)];
        }

        private double[] Averaged(Graph graph, double[] signal, int[] reached)
        {
            var (from, to) = ((double[])signal.Clone(), new double[signal.Length]);
            for (var step = 0; step < Power; step++)
            {
                for (var v = 0; v < from.Length; v++)
                {
                    var near = graph.Neighbours(v);
                    var weights = graph.NeighbourWeights(v);
                    var sum = 0.0;
                    for (var k = 0; k < near.Length; k++) sum += weights[k] * from[near[k]] / Math.Sqrt((double)near.Length * graph.Neighbours(near[k]).Length);
                    to[v] = sum;
                }
                (from, to) = (to, from);
            }
            for (var v = 0; v < from.Length; v++) from[v] = reached[v] == 0 ? 0 : from[v] / reached[v];
            return from;
        }

        /// <summary>How many vertices a walk of p steps from each vertex can end at: the positive entries in a row of P.</summary>
        private int[] Reached(Graph graph)
        {
            var (counts, seen) = (new int[graph.VertexCount], new int[graph.VertexCount]);
            var stamp = 0;
            for (var v = 0; v < counts.Length; v++)
            {
                List<int> ends = [v];
                for (var step = 0; step < Power; step++)
                {
                    stamp++;
                    List<int> next = [];
                    foreach (var end in ends)
                        foreach (var other in graph.Neighbours(end))
                            if (seen[other] != stamp)
                            {
                                seen[other] = stamp;
                                next.Add(other);
                            }
                    ends = next;
                }
                counts[v] = ends.Count;
            }
            return counts;
        }

        public override string ToString() => FormattableString.Invariant($"LLNL legacy, power {Power}{Suffix}");
    }
}
