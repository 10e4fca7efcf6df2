using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>A map of another method.</summary>
/// <param name="Name">Of the method.</param>
/// <param name="Passes">How many images the model is asked about; a backward pass counts as one more.</param>
/// <param name="Map">From an image [1, channels, H, W] to a map of H x W entries; of any shape, large where the image matters.</param>
public sealed record RivalMap(string Name, int Passes, Func<Tensor, Tensor> Map);
