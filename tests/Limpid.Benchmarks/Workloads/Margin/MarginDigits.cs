using System.Diagnostics;
using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Margin;

/// <summary>MNIST's training images as points, float64.</summary>
internal static class MarginDigits
{
    // MMD-critic's .026 for USPS in [-1, 1] is .104 in [0, 1], where squared distances are about 60; here they are about 105.
    private const double Gamma = 0.06;

    /// <summary>From pixels to scores; the check value is the process's largest memory in MB.</summary>
    public static IWorkload Influence(int n) => new Peak(new InfluenceWork(Points(n), Gamma));

    /// <summary>All products.</summary>
    public static IWorkload Product(int n) => new ProductWork(Points(n));

    private static Tensor Points(int n)
    {
        using var scope = NewDisposeScope();
        using var images = ImageSets.Mnist(Split.Train);
        return images.Images.narrow(0, 0, n).reshape(n, -1).to(float64).DetachFromDisposeScope();
    }

    private sealed class Peak(IWorkload work) : IWorkload
    {
        public double Run(int count)
        {
            _ = work.Run(count);
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e6;
        }
    }
}
