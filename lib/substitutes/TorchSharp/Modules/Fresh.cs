using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors that a layer makes for itself.</summary>
internal static class Fresh
{
    public static Modules.Parameter Parameter(long[] shape, Device? device, ScalarType? dtype) => new(empty(shape, dtype, device));
}
