using System.Globalization;
using System.Text.Json.Serialization;
using Limpid.Graphs;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>What one trained network makes of a set of cells.</summary>
public sealed record ProgrammeResult
{
    /// <summary>Name of the set.</summary>
    public required string Set { get; init; }

    /// <summary>GSR, AE, or AE with its neurons clustered (<see cref="ProgrammeExperiment.Clustered"/>).</summary>
    public required string Variant { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Edges of the co-activation graph of the trained layer over all cells.</summary>
    public required Edge[] Edges { get; init; }

    /// <summary>The component of each neuron (<see cref="NeuronComponents"/>), or its cluster.</summary>
    public required int[] Components { get; init; }

    /// <summary>Components when each neuron is joined to its nearest other one alone (<see cref="NeuronComponents.Nearest"/>).</summary>
    public required int NearestComponents { get; init; }

    /// <summary>The same of as many random mixtures of six independent signals.</summary>
    public required int RandomNearest { get; init; }

    /// <summary>Genes by neurons, for the genes that the chart shows: their correlation over all cells.</summary>
    public required double[][] Correlations { get; init; }

    /// <summary>How alike any two neurons' profiles over all genes are (<see cref="ProgrammeReading.Alike"/>).</summary>
    public required double[][] Alike { get; init; }

    /// <summary>Whether the map of all genes by neurons falls into blocks.</summary>
    public required Measured Blocks { get; init; }

    /// <summary>Mean squared error of the reconstruction, over cells and inputs, whose mean variance is 1.</summary>
    public required double Error { get; init; }

    /// <summary>Adjusted Rand index of components and known programmes, or of components and known groups of genes.</summary>
    public Measured Agreement { get; init; } = Measured.None;

    /// <summary>The programme that each neuron correlates with most, where programmes are known.</summary>
    public int[] Programmes { get; init; } = [];

    /// <summary>The neuron that each marker gene correlates with most, in the order of the groups, where groups are known.</summary>
    public int[] MarkerNeurons { get; init; } = [];

    /// <summary>Order of the trajectory along its component, where it is known.</summary>
    public Measured Order { get; init; } = Measured.None;

    /// <summary>Neurons that the order was measured on.</summary>
    public int OrderedNeurons { get; init; }

    /// <summary>Number of components.</summary>
    [JsonIgnore]
    public int ComponentCount => Components.Max() + 1;

    /// <summary>The graph of the edges that count.</summary>
    [JsonIgnore]
    public Graph Graph => NeuronComponents.Strong(Graph.FromEdges(Components.Length, Edges));

    /// <summary><see cref="Correlations"/> as a map.</summary>
    [JsonIgnore]
    public double[,] Map
    {
        get
        {
            var map = new double[Correlations.Length, Components.Length];
            for (var i = 0; i < map.GetLength(0); i++)
                for (var j = 0; j < map.GetLength(1); j++) map[i, j] = Correlations[i][j];
            return map;
        }
    }

    /// <summary>The neurons component by component, those of one component in the order of <see cref="Seriation"/>.</summary>
    [JsonIgnore]
    public int[] ByComponent
    {
        get
        {
            var along = Seriation.Columns(Map);
            return [.. along.OrderBy(neuron => Components[neuron])];
        }
    }

    /// <summary>For example "simulated, GSR, seed 0: 6 components".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Set}, {Variant}, seed {Seed}: {ComponentCount} components");
}
