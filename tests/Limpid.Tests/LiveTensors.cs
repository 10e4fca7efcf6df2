using static TorchSharp.torch;

namespace Limpid.Tests;

/// <summary>Counts live tensors in tests that run alone.</summary>
internal static class LiveTensors
{
    /// <summary>The count once the finalizers have freed what earlier tests dropped: else it would fall during a test.</summary>
    internal static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
