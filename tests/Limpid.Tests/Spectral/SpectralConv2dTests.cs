using Limpid.Spectral;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

public sealed class SpectralConv2dTests
{
    [Fact]
    public void The_kernel_is_phi_times_the_difference_of_eigenvalues()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(new SpectralConv2d(2, 3, 3, padding: 1, setup: Layers.Whole, dtype: float64), 1);
        var (phi, into, outOf) = (Values(layer.Base), Values(layer.InputEigenvalues), Values(layer.OutputEigenvalues));
        var expected = Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, 2).SelectMany(j => Enumerable.Range(0, 9).Select(k => (into[j] - outOf[i]) * phi[(i * 2 + j) * 9 + k])));
        Close.Values(expected, Values(layer.Kernel()), 1e-15);
        var x = Random(2, 4, 2, 6, 5);
        Close.Values(Values(nn.functional.conv2d(x, layer.Kernel(), layer.Bias, [1, 1], [1, 1])), Values(layer.call(x)), 1e-15);
    }

    [Fact]
    public void One_by_one_it_is_the_dense_layer()
    {
        using var scope = NewDisposeScope();
        using var dense = Layers.Linear(3, 2, 4);
        using var layer = new SpectralConv2d(3, 2, 1, setup: Layers.Whole, dtype: float64);
        using (no_grad())
        {
            layer.Base.copy_(dense.Base.t().view(2, 3, 1, 1));
            layer.InputEigenvalues.copy_(dense.InputEigenvalues.view(1, 3, 1, 1));
            layer.OutputEigenvalues.copy_(dense.OutputEigenvalues.view(2, 1, 1, 1));
            layer.Bias!.copy_(dense.Bias!);
        }
        var x = Random(5, 7, 3);
        Close.Values(Values(dense.call(x)), Values(layer.call(x.view(7, 3, 1, 1))), 1e-14);
        Assert.Equal(InputRelevance.Of(dense), InputRelevance.Of(layer));
    }

    [Fact]
    public void Channels_are_ranked_by_eigenvalue_and_norm()
    {
        using var layer = Layers.Filled(new SpectralConv2d(2, 3, 2, dtype: float64), 6);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        var (phi, l) = (Values(layer.Base), Values(layer.InputEigenvalues));
        var expected = Enumerable.Range(0, 2).Select(j => Math.Abs(l[j]) * Math.Sqrt(Enumerable.Range(0, 12).Sum(k => Math.Pow(phi[(k / 4 * 2 + j) * 4 + k % 4], 2))));
        var relevance = InputRelevance.Of(layer);
        Close.Values(expected, relevance.Values, 1e-14);
        Assert.Null(relevance.Warning);
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralConv2d(0, 2, 3));
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralConv2d(1, 2, 0)).ParamName);
        using var layer = new SpectralConv2d(2, 1, 3);
        Assert.Contains("expected [B, 2, H, W]", Assert.Throws<ArgumentException>(() => layer.call(zeros(1, 3, 5, 5))).Message);
    }
}
