using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>One of the four ways to train that the paper's Table 3.1 compares: nothing, L1, L2 or the graph penalty on one layer.</summary>
/// <param name="Name">"none", "L1", "L2" or "GSR".</param>
/// <param name="Weight">Its coefficient; 0 for "none".</param>
public sealed record Regulariser(string Name, double Weight)
{
    /// <summary>No penalty.</summary>
    public static Regulariser None { get; } = new("none", 0);

    /// <summary>The L1 activation penalty; the paper chose 1e-4.</summary>
    /// <param name="weight">lambda.</param>
    public static Regulariser L1(double weight = 1e-4) => new("L1", weight);

    /// <summary>The L2 activation penalty; the paper chose 1e-4.</summary>
    /// <param name="weight">lambda.</param>
    public static Regulariser L2(double weight = 1e-4) => new("L2", weight);

    /// <summary>The graph penalty; the paper chose 1e-3.</summary>
    /// <param name="weight">alpha.</param>
    public static Regulariser GraphSpectral(double weight = 1e-3) => new("GSR", weight);

    /// <summary>The penalty module for a layer, or null if there is none to apply.</summary>
    /// <param name="graph">The graph on the layer's neurons (used by "GSR" only).</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    /// <exception cref="InvalidOperationException">The name is none of the four.</exception>
    public nn.Module<Tensor, Tensor>? Build(Graph graph) => Name switch
    {
        "none" => null,
        "L1" => new ActivationPenalty(ActivationNorm.L1, Weight),
        "L2" => new ActivationPenalty(ActivationNorm.L2, Weight),
        "GSR" => new GraphSpectralPenalty(graph, Weight),
        _ => throw new InvalidOperationException($"There is no regulariser '{Name}'; expected none, L1, L2 or GSR."),
    };
}
