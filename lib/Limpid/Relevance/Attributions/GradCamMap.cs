using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>The map of <see cref="Attribution.GradCam"/>, not negative. It owns its tensors; dispose it with them.</summary>
public sealed class GradCamMap : IDisposable
{
    internal GradCamMap(Tensor layer, Tensor input) => (Layer, Input) = (layer, input);

    /// <summary>At the layer's positions, [N, 1, positions].</summary>
    public Tensor Layer { get; }

    /// <summary>Interpolated linearly to the input's positions: [N, 1, positions], or [N, positions] for an input without channels.</summary>
    public Tensor Input { get; }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Layer.Dispose();
        Input.Dispose();
    }
}
