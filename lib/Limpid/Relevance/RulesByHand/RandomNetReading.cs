namespace Limpid.Relevance.RulesByHand;

/// <summary>One random network of two layers, read with and without pruning.</summary>
/// <param name="Score">The explained score.</param>
/// <param name="Hidden">Relevance of the hidden neurons.</param>
/// <param name="Input">Relevance of the inputs.</param>
public sealed record RandomNetReading(double Score, NetMaps Hidden, NetMaps Input)
{
    /// <summary>Gradient times input, one number per input.</summary>
    public required double[] GradientTimesInput { get; init; }
}
