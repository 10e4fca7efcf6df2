using Limpid.Graphs;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>Turns a trained layer's activations on all cells into a <see cref="ProgrammeResult"/>.</summary>
internal static class ProgrammeReader
{
    private const int TimeBins = 20;

    public static ProgrammeResult Of(ProgrammeCells data, string variant, Seed seed, Tensor activations, double error)
    {
        using var scope = NewDisposeScope();
        var graph = CoActivation.Graph(activations, ProgrammeSettings.Kernel);
        var components = NeuronComponents.Of(graph);
        var genes = ColumnCorrelation.Of(data.Cells.Expression, activations);
        int[] shown = [.. data.Shown.Select(gene => data.Cells.Genes.ToList().IndexOf(gene))];
        using var noise = Noise(seed.Random("random signals"));
        var result = new ProgrammeResult
        {
            Set = data.Cells.Name,
            Variant = variant,
            Seed = seed,
            Edges = [.. graph.Edges],
            Components = components,
            NearestComponents = NeuronComponents.Nearest(activations),
            RandomNearest = NeuronComponents.Nearest(noise),
            Correlations = [.. shown.Select(gene => Enumerable.Range(0, components.Length).Select(neuron => genes[gene, neuron]).ToArray())],
            Alike = ProgrammeReading.Alike(genes),
            Blocks = Measured.None,
            MarkerNeurons = MarkerNeurons(data, genes),
            Error = error,
        };
        return InGroups(data, data.Truth is { } truth ? WithTruth(result, truth, activations, graph, seed) : result, components);
    }

    /// <summary>The same network with its neurons grouped in another way: blocks and agreement are read anew.</summary>
    public static ProgrammeResult InGroups(ProgrammeCells data, ProgrammeResult result, int[] groups)
    {
        var seed = new Seed(result.Seed);
        return result with
        {
            Components = groups,
            Blocks = ProgrammeReading.Blocks(result.Alike, groups, seed.Random("blocks")),
            Agreement = data.Truth is not null ? ProgrammeReading.Agreement(groups, result.Programmes, seed.Random("programmes"))
                : data.Groups.Count == 0 ? Measured.None
                : ProgrammeReading.Agreement([.. result.MarkerNeurons.Select(neuron => groups[neuron])],
                    [.. data.Groups.SelectMany((group, index) => group.Genes.Select(_ => index))], seed.Random("lineages")),
        };
    }

    private static ProgrammeResult WithTruth(ProgrammeResult result, SimulatedProgrammes truth, Tensor activations, Graph graph, Seed seed)
    {
        var programmes = ProgrammeReading.Strongest(ColumnCorrelation.Of(tensor(truth.Activity), activations));
        int[] along = Enumerable.Range(0, programmes.Length).Where(neuron => programmes[neuron] == SimulatedProgrammes.Trajectory)
            .GroupBy(neuron => result.Components[neuron]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.ToArray() ?? [];
        return result with
        {
            Programmes = programmes,
            Order = ProgrammeReading.Order(graph, along, [.. along.Select(neuron => Peak(activations, neuron, truth.Cells["Pseudotime"].Values))], seed.Random("order")),
            OrderedNeurons = along.Length,
        };
    }

    private static int[] MarkerNeurons(ProgrammeCells data, double[,] genes)
    {
        var names = data.Cells.Genes.ToList();
        return [.. data.Groups.SelectMany(group => group.Genes).Select(gene => Enumerable.Range(0, genes.GetLength(1)).MaxBy(neuron => Math.Abs(genes[names.IndexOf(gene), neuron])))];
    }

    /// <summary>The middle of the bin of pseudotime in which a neuron is furthest from its mean over the trajectory, on the side on which it goes further.</summary>
    private static double Peak(Tensor activations, int neuron, IReadOnlyList<double> times)
    {
        using var scope = NewDisposeScope();
        var values = activations.select(1, neuron).cpu().to(float64).contiguous().data<double>().ToArray();
        var cells = Enumerable.Range(0, values.Length).Where(cell => !double.IsNaN(times[cell])).ToArray();
        if (cells.Length == 0) return 0;
        var mean = cells.Average(cell => values[cell]);
        return cells.GroupBy(cell => Math.Min(TimeBins - 1, (int)(times[cell] * TimeBins)))
            .OrderBy(bin => bin.Key).MaxBy(bin => Math.Abs(bin.Average(cell => values[cell]) - mean))!.Key / (double)TimeBins + 0.5 / TimeBins;
    }

    /// <summary>Distances of neurons that mix six independent signals at random are those of random points in six dimensions.</summary>
    private static Tensor Noise(Random random)
    {
        var values = new double[SimulatedProgrammes.Programmes * ProgrammeSettings.Neurons];
        MathNet.Numerics.Distributions.Normal.Samples(random, values, 0, 1);
        return tensor(values, [SimulatedProgrammes.Programmes, ProgrammeSettings.Neurons]);
    }
}
