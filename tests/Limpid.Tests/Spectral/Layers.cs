using Limpid.Spectral;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

/// <summary>Layers with known entries; libtorch's generator, which other tests share, has no part in them.</summary>
internal static class Layers
{
    /// <summary>Every part of the layer filled with numbers between -1 and 1.</summary>
    internal static T Filled<T>(T layer, int seed) where T : SpectralLayer
    {
        using var _ = no_grad();
        var at = seed;
        foreach (var part in new[] { layer.Base, layer.InputEigenvalues, layer.OutputEigenvalues, layer.Bias })
            if (part is not null) part.copy_(GraphSpectral.Check.Random(at++, part.shape).to(part.dtype));
        return layer;
    }

    /// <summary>All three parts trained.</summary>
    internal static readonly SpectralSetup Whole = SpectralSetup.TwoEigenvalues;

    /// <summary>A float64 layer of which everything is trained.</summary>
    internal static SpectralLinear Linear(int inputs, int outputs, int seed) => Filled(new SpectralLinear(inputs, outputs, Whole, float64), seed);
}
