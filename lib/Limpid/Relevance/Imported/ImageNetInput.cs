using static TorchSharp.torch;

namespace Limpid.Relevance.Imported;

/// <summary>What torchvision's networks for ImageNet expect of an image.</summary>
public static class ImageNetInput
{
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>Images standardised by the mean and deviation of each channel over ImageNet.</summary>
    /// <param name="images">Red, green, blue in 0..1: [3, H, W] or [N, 3, H, W].</param>
    /// <returns>Of the same shape.</returns>
    /// <exception cref="ArgumentException">There are not three channels.</exception>
    public static Tensor Standardise(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dim() is not (3 or 4) || images.size(-3) != 3)
            throw new ArgumentException(FormattableString.Invariant($"images is [{string.Join(", ", images.shape)}]; expected [3, height, width] or [N, 3, height, width]."), nameof(images));
        using var scope = NewDisposeScope();
        return ((images - PerChannel(Mean).to(images.device)) / PerChannel(Deviation).to(images.device)).MoveToOuterDisposeScope();
    }

    /// <summary>The inputs that black and white give, each [3, 1, 1]: the bounds of the z-box rule.</summary>
    public static (Tensor Low, Tensor High) Range()
    {
        using var scope = NewDisposeScope();
        return ((-PerChannel(Mean) / PerChannel(Deviation)).MoveToOuterDisposeScope(), ((1 - PerChannel(Mean)) / PerChannel(Deviation)).MoveToOuterDisposeScope());
    }

    private static Tensor PerChannel(float[] values) => tensor(values).view(3, 1, 1);
}
