using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

internal static class Check
{
    internal static double[] Values(Tensor tensor)
    {
        using var copy = tensor.detach().to(float64).contiguous();
        return copy.data<double>().ToArray();
    }

    internal static double[,] Matrix(Tensor tensor)
    {
        var (values, columns) = (Values(tensor), (int)tensor.size(1));
        var result = new double[values.Length / columns, columns];
        Buffer.BlockCopy(values, 0, result, 0, values.Length * sizeof(double));
        return result;
    }

    /// <summary>Uniform in [-1, 1), float64; not libtorch's generator, which other tests share.</summary>
    internal static Tensor Random(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return tensor([.. Enumerable.Range(0, (int)count).Select(_ => random.NextDouble() * 2 - 1)], shape);
    }

    /// <summary>Compares the gradient of a scalar function of one float64 tensor with central differences.</summary>
    internal static void Gradient(Func<Tensor, Tensor> function, Tensor at, double step = 1e-5, double tolerance = 1e-6)
    {
        using var scope = NewDisposeScope();
        var x = at.clone().requires_grad_();
        function(x).backward();
        var gradient = Values(x.grad!);
        var values = Values(at);
        for (var i = 0; i < values.Length; i++)
        {
            double Shifted(double by)
            {
                var moved = values.ToArray();
                moved[i] += by;
                return function(tensor(moved, at.shape)).ToDouble();
            }

            Close.Value((Shifted(step) - Shifted(-step)) / (2 * step), gradient[i], tolerance * Math.Max(1, Math.Abs(gradient[i])));
        }
    }

    /// <summary>Runs an action often and asserts that no tensor is left over.</summary>
    internal static void LeavesNothing(Action action, int times = 100)
    {
        // Counted for this thread alone: other tests run beside this one.
        long Live() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        action();
        var before = Live();
        for (var i = 0; i < times; i++) action();
        Assert.Equal(before, Live());
    }
}
