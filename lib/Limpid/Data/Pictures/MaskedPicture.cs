using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>A picture and where its object is. Its tensors belong to it and to the dispose scope in which it was made.</summary>
/// <param name="Name">The files' name without ending.</param>
/// <param name="Image">Red, green, blue in 0..1: [3, height, width], float32.</param>
/// <param name="Mask">Bool [height, width].</param>
public sealed record MaskedPicture(string Name, Tensor Image, Tensor Mask) : IDisposable
{
    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Image.Dispose();
        Mask.Dispose();
    }
}
