using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>LRP's finished map, cut to as many non-zeros as a pruned map has.</summary>
internal static class ControlMaps
{
    internal static bool Makes(MapMethod method) => method.Kind is MapKind.Threshold or MapKind.Top or MapKind.Random;

    /// <summary>The map of a control.</summary>
    /// <param name="method">Which.</param>
    /// <param name="plain">LRP's map [N, ...].</param>
    /// <param name="counts">How many entries stay, one number per sample.</param>
    /// <param name="seed">Of the random cut.</param>
    internal static Tensor Of(MapMethod method, Tensor plain, long[] counts, Seed seed) => method.Kind switch
    {
        MapKind.Threshold => EqualThreshold.Of(plain, counts),
        MapKind.Top => PrunedMap.Top(plain, counts),
        MapKind.Random => PrunedMap.Random(plain, counts, (int)(seed.Value & int.MaxValue)),
        _ => throw new ArgumentException($"The method is {method}; expected a control.", nameof(method)),
    };
}
