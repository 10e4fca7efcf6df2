using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Digits;

/// <summary>Images as the author's code feeds them: raw pixels 0 to 255, in no other way scaled.</summary>
public sealed class DigitImages : IDisposable
{
    private DigitImages(Tensor pixels, Tensor labels) => (Pixels, Labels) = (pixels, labels);

    /// <summary>[n, pixels], float32, whole numbers 0 to 255.</summary>
    public Tensor Pixels { get; }

    /// <summary>[n], int64.</summary>
    public Tensor Labels { get; }

    /// <summary>Number of images.</summary>
    public int Count => (int)Labels.size(0);

    /// <summary>The images of a set; the set stays the caller's.</summary>
    /// <param name="set">Pixels 0 to 1.</param>
    public static DigitImages Of(ImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return new(set.Images.reshape(set.Count, -1).mul(255).round().DetachFromDisposeScope(), set.Labels.clone().DetachFromDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Pixels.Dispose();
        Labels.Dispose();
    }
}
