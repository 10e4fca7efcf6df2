using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>An image whose class is to be explained.</summary>
/// <param name="Name">For example <c>coffee</c>.</param>
/// <param name="Image">[channels, H, W], values 0 to 1.</param>
/// <param name="Model">From images [n, channels, H, W] to scores of classes [n, classes].</param>
/// <param name="Mask">Where the object is [H, W], 0 and 1; null if nobody knows.</param>
/// <param name="Untrained">The same model before training, for control maps; null for none.</param>
/// <param name="Response">From images to what neighbours are found by; null for the softmax of the model's scores.</param>
/// <param name="Class">The number of the class that <paramref name="Model"/> gives the image, to be shown; not used otherwise.</param>
public sealed record ExplainedImage(
    string Name, Tensor Image, Func<Tensor, Tensor> Model, Tensor? Mask = null, Func<Tensor, Tensor>? Untrained = null, Func<Tensor, Tensor>? Response = null, int Class = -1);
