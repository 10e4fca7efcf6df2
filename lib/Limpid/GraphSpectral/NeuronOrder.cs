using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>Whether the neurons of a layer are in order on a graph, measured against the same layer with its neurons permuted.</summary>
/// <remarks>
/// The permuted layer is the null, not the value for random vectors (3.5 on the 8 x 8 grid): plain networks give 1.4 to 3.3 without any order.
/// </remarks>
public static class NeuronOrder
{
    /// <summary>
    /// The Rayleigh quotient z'Lz / z'z averaged over samples, with its null. A sample of zeros counts 0. Low means order.
    /// </summary>
    /// <param name="activations">Z [B, N], finite.</param>
    /// <param name="laplacian">L on the N neurons.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    /// <exception cref="ArgumentException">Shapes do not fit or a value is not finite.</exception>
    public static PermutationNull Rayleigh(Tensor activations, Laplacian laplacian, Random random, int permutations = 1000)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        // With S = mean_b z_b z_b' / z_b'z_b, the mean quotient after a permutation p is sum_ij L_ij S[p_i, p_j]: no pass over the samples.
        var moment = NormalisedMoment(activations, laplacian.Graph.VertexCount);
        var matrix = laplacian.ToMatrix();
        var entries = (from i in Enumerable.Range(0, matrix.GetLength(0))
                       from j in Enumerable.Range(0, matrix.GetLength(0))
                       where matrix[i, j] != 0
                       select (i, j, matrix[i, j])).ToArray();
        double Statistic(IReadOnlyList<int> order)
        {
            var sum = 0.0;
            foreach (var (i, j, value) in entries) sum += value * moment[order[i], order[j]];
            return sum;
        }

        return PermutationNull.Draw(laplacian.Graph.VertexCount, Statistic, Extreme.Low, random, permutations);
    }

    /// <summary>Moran's I averaged over maps (rows), with its null, in which all maps are permuted alike. High means order.</summary>
    /// <param name="maps">For example class means [C, N], finite.</param>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    /// <exception cref="ArgumentException">Shapes do not fit or a value is not finite.</exception>
    public static PermutationNull MoranI(Tensor maps, Graph graph, Random random, int permutations = 1000)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Activations.Check(maps, graph.VertexCount, nameof(maps));
        var (values, rows, columns) = Activations.Copy(maps, nameof(maps));
        var permuted = new double[columns];
        double Statistic(IReadOnlyList<int> order)
        {
            var sum = 0.0;
            for (var row = 0; row < rows; row++)
            {
                for (var i = 0; i < columns; i++) permuted[i] = values[row * columns + order[i]];
                sum += Smoothness.MoranI(graph, permuted);
            }
            return sum / rows;
        }

        return PermutationNull.Draw(columns, Statistic, Extreme.High, random, permutations);
    }

    /// <summary>The number of connected regions of a segmentation, with its null. Low means order.</summary>
    /// <param name="segmentation">Which class owns each of the N neurons.</param>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    /// <exception cref="ArgumentException">The graph has another number of vertices.</exception>
    public static PermutationNull Segments(Segmentation segmentation, Graph graph, Random random, int permutations = 1000)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(graph);
        double Statistic(IReadOnlyList<int> order) =>
            ConnectedComponents.OfEqualLabels(graph, [.. order.Select(v => segmentation.Owners[v])]).Count;
        return PermutationNull.Draw(segmentation.Owners.Count, Statistic, Extreme.Low, random, permutations);
    }

    private static double[,] NormalisedMoment(Tensor activations, int neurons)
    {
        Activations.Check(activations, neurons, nameof(activations));
        var (values, rows, _) = Activations.Copy(activations, nameof(activations));
        for (var row = 0; row < rows; row++)
        {
            var sample = values.AsSpan(row * neurons, neurons);
            var square = 0.0;
            foreach (var value in sample) square += value * value;
            var scale = square > 0 ? 1 / Math.Sqrt(square * rows) : 0;
            foreach (ref var value in sample) value *= scale;
        }
        using var scope = NewDisposeScope();
        var unit = tensor(values, [rows, neurons]);
        var product = unit.t().matmul(unit).data<double>().ToArray();
        var moment = new double[neurons, neurons];
        Buffer.BlockCopy(product, 0, moment, 0, product.Length * sizeof(double));
        return moment;
    }
}
