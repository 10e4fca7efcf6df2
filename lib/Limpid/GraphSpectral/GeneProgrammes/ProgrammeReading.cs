using Limpid.Graphs;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>How far the components of a layer's graph are gene programmes, each measure beside the mean of its permutations.</summary>
public static class ProgrammeReading
{
    private const int Permutations = 200;

    /// <summary>For each column (neuron) the row (programme, gene) that it correlates with most in size; at a tie the first.</summary>
    /// <param name="correlations">[rows, columns].</param>
    public static int[] Strongest(double[,] correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        return [.. Enumerable.Range(0, correlations.GetLength(1))
            .Select(column => Enumerable.Range(0, correlations.GetLength(0)).MaxBy(row => Math.Abs(correlations[row, column])))];
    }

    /// <summary>The adjusted Rand index of components and labels, and its mean over permutations of the labels.</summary>
    /// <param name="components">The component of each thing.</param>
    /// <param name="labels">Its label.</param>
    /// <param name="random">The permutations.</param>
    public static Measured Agreement(IReadOnlyList<int> components, IReadOnlyList<int> labels, Random random)
    {
        ArgumentNullException.ThrowIfNull(components);
        ArgumentNullException.ThrowIfNull(labels);
        return Measured.Of(labels.Count, order => AdjustedRand.Of(components, [.. order.Select(i => labels[i])]), random, Permutations);
    }

    /// <summary>Pearson's correlation of each column with each other: how alike the gene profiles of two neurons are; 0 where one is constant.</summary>
    /// <param name="correlations">Genes by neurons.</param>
    /// <returns>[N][N].</returns>
    public static double[][] Alike(double[,] correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        var neurons = Enumerable.Range(0, correlations.GetLength(1)).ToArray();
        double[][] columns = [.. neurons.Select(j => Enumerable.Range(0, correlations.GetLength(0)).Select(i => correlations[i, j]).ToArray())];
        return [.. neurons.Select(i => neurons.Select(j => OrZero(MathNet.Numerics.Statistics.Correlation.Pearson(columns[i], columns[j]))).ToArray())];
    }

    /// <summary>
    /// Whether the map of genes by neurons falls into blocks: the mean likeness of the profiles of two neurons of one component, less that of two neurons of different components; and its mean when
    /// neurons are permuted. 0 if no two neurons share a component, or if there is only one.
    /// </summary>
    /// <param name="alike"><see cref="Alike"/>.</param>
    /// <param name="components">The component of each neuron.</param>
    /// <param name="random">The permutations.</param>
    public static Measured Blocks(double[][] alike, IReadOnlyList<int> components, Random random)
    {
        ArgumentNullException.ThrowIfNull(alike);
        ArgumentNullException.ThrowIfNull(components);
        var neurons = components.Count;
        double Statistic(IReadOnlyList<int> order)
        {
            var (inside, across, pairsInside, pairsAcross) = (0.0, 0.0, 0, 0);
            for (var i = 0; i < neurons; i++)
                for (var j = i + 1; j < neurons; j++)
                    if (components[i] == components[j]) (inside, pairsInside) = (inside + alike[order[i]][order[j]], pairsInside + 1);
                    else (across, pairsAcross) = (across + alike[order[i]][order[j]], pairsAcross + 1);
            return pairsInside == 0 || pairsAcross == 0 ? 0 : inside / pairsInside - across / pairsAcross;
        }

        return Measured.Of(neurons, Statistic, random, Permutations);
    }

    /// <summary>
    /// Whether a trajectory runs along its component: among the given neurons, Spearman's correlation between the number of edges from the one that peaks first and the time of a neuron's peak; and
    /// its mean when the times are permuted. 0 for fewer than three neurons, or if either side is constant.
    /// </summary>
    /// <param name="graph">The learned graph.</param>
    /// <param name="neurons">Neurons of one component.</param>
    /// <param name="peaks">The time at which each peaks.</param>
    /// <param name="random">The permutations.</param>
    public static Measured Order(Graph graph, IReadOnlyList<int> neurons, IReadOnlyList<double> peaks, Random random)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(neurons);
        ArgumentNullException.ThrowIfNull(peaks);
        double Statistic(IReadOnlyList<int> order)
        {
            if (neurons.Count < 3) return 0;
            double[] times = [.. order.Select(i => peaks[i])];
            var steps = NeuronComponents.Steps(graph, neurons[Array.IndexOf(times, times.Min())]);
            return OrZero(MathNet.Numerics.Statistics.Correlation.Spearman(neurons.Select(neuron => (double)steps[neuron]), times));
        }

        return Measured.Of(Math.Max(1, neurons.Count), Statistic, random, Permutations);
    }

    private static double OrZero(double value) => double.IsFinite(value) ? value : 0;
}
