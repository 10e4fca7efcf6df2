using Limpid.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>How few entries carry each of some maps; one number per map, as <see cref="Complexity"/> measures it.</summary>
/// <param name="Gini">Gini index of |r|; 1 for a map that one entry carries.</param>
/// <param name="Entropy">Entropy of |r| in nats.</param>
/// <param name="Effective">Entries with |r| above 1e-5 of the largest.</param>
/// <param name="NonZero">Share of entries that are not 0.</param>
public sealed record MapComplexity(double[] Gini, double[] Entropy, double[] Effective, double[] NonZero)
{
    /// <summary>Measures maps.</summary>
    /// <param name="maps">[N, ...], finite.</param>
    public static MapComplexity Of(Tensor maps)
    {
        using var scope = NewDisposeScope();
        return new(Numbers(Complexity.Gini(maps)), Numbers(Complexity.Entropy(maps)), Numbers(Complexity.EffectiveComplexity(maps)), Numbers(Complexity.NonZeroFraction(maps)));
    }

    internal static double[] Numbers(Tensor values) => values.cpu().data<double>().ToArray();

    internal static MapComplexity Join(IReadOnlyList<MapComplexity> parts) =>
        new([.. parts.SelectMany(part => part.Gini)], [.. parts.SelectMany(part => part.Entropy)], [.. parts.SelectMany(part => part.Effective)], [.. parts.SelectMany(part => part.NonZero)]);
}
