using Limpid.Relevance.Images;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Relevance.Ablations;

/// <summary>A plain map cut down to as many non-zeros as a pruned one has.</summary>
public static class Control
{
    /// <summary>Cut once by the threshold of PLRP and rescaled, with the smallest share that leaves no more entries.</summary>
    public const string Threshold = "equal threshold";

    /// <summary>The largest entries kept.</summary>
    public const string Top = "equal top-k";

    /// <summary>Random entries kept.</summary>
    public const string Random = "equal random cut";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> Names { get; } = [Threshold, Top, Random];

    internal static Tensor Of(string name, Tensor plain, long[] counts, Seed seed) => name switch
    {
        Threshold => EqualThreshold.Of(plain, counts),
        Top => PrunedMap.Top(plain, counts),
        _ => PrunedMap.Random(plain, counts, (int)(seed.Value & int.MaxValue)),
    };
}
