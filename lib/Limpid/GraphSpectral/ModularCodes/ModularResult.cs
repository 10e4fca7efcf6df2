using System.Globalization;
using System.Text.Json.Serialization;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>Everything measured on one trained network; plain numbers, so that it can be stored and read back.</summary>
public sealed record ModularResult
{
    /// <summary>Name of the <see cref="ModularVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>n, the number of modules in the data.</summary>
    public required int Modules { get; init; }

    /// <summary>The seed it was trained from.</summary>
    public required long Seed { get; init; }

    /// <summary>The steps before which a graph was built.</summary>
    public required long[] Steps { get; init; }

    /// <summary>For each of these graphs, the number of eigenvalues of D - W below 1e-3.</summary>
    public required int[] Counts { get; init; }

    /// <summary>For each of these graphs, the number of components at each of <see cref="GraphDiagnostics.Thresholds"/>.</summary>
    public required int[][] CountsAt { get; init; }

    /// <summary>The count of the graph that the untrained network's neurons make.</summary>
    public required int UntrainedCount { get; init; }

    /// <summary>Mean squared error on fresh samples; their noise alone is 1.</summary>
    public required double Error { get; init; }

    /// <summary>The same before training.</summary>
    public required double UntrainedError { get; init; }

    /// <summary>For each neuron, its correlation with each module (<see cref="ModuleCorrelation"/>), [N][n].</summary>
    public required double[][] Correlations { get; init; }

    /// <summary>Four graphs from the first to the last.</summary>
    public required GraphSnapshot[] Snapshots { get; init; }

    /// <summary>The number of components of the last graph by the rule of the authors' code.</summary>
    [JsonIgnore]
    public int Count => Counts[^1];

    /// <summary>The mean over neurons of the largest share of a module.</summary>
    [JsonIgnore]
    public double Purity => ModuleCorrelation.Purity(Correlations);

    /// <summary>For each neuron, the module it follows most, 1 for the most significant bit, below 0 where it falls when the bit rises; 0 for a dead neuron.</summary>
    [JsonIgnore]
    public double[] Follows => [.. Correlations.Select(neuron => Math.Sign(neuron.MaxBy(Math.Abs)) * (1 + Array.IndexOf(neuron, neuron.MaxBy(Math.Abs))))];

    /// <summary>For example "GSR, n = 3, seed 0: 4 components, error 1.02".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Variant}, n = {Modules}, seed {Seed}: {Count} component(s), error {Error:F2}");
}
