using System.Runtime.Intrinsics.X86;

namespace Limpid.Notebooks.Running;

/// <summary>The processor, as far as it decides how numbers are rounded: libraries choose their kernels by model and vector instructions.</summary>
internal static class Processor
{
    /// <summary>Its model and, where it has such, its widest vector instructions; null where the system does not tell the model.</summary>
    public static string? Name { get; } = Model() is { } model ? model + Vectors() : null;

    private static string Vectors() => Avx512F.IsSupported ? ", AVX-512" : Avx2.IsSupported ? ", AVX2" : "";

    private static string? Model()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        const string list = "/proc/cpuinfo";
        try
        {
            return File.Exists(list) ? File.ReadLines(list).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
