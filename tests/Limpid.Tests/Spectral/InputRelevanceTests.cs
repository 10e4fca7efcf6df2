using System.Collections.Immutable;
using Limpid.Spectral;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

public sealed class InputRelevanceTests
{
    private static InputRelevance Three => new([[1, 3, 3, 0], [3, 3, 1, 0]]);

    [Fact]
    public void It_is_eigenvalue_times_norm_which_is_the_norm_of_the_weights()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(SpectralLinear.ForRelevance(4, 3, float64), 1);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        var (phi, l, w) = (Matrix(layer.Base), Values(layer.InputEigenvalues), Matrix(layer.Kernel()));
        double Norm(double[,] of, int j) => Math.Sqrt(Enumerable.Range(0, 3).Sum(i => of[j, i] * of[j, i]));
        var relevance = InputRelevance.Of(layer);
        Assert.Null(relevance.Warning);
        Close.Values(Enumerable.Range(0, 4).Select(j => Math.Abs(l[j]) * Norm(phi, j)), relevance.Values, 1e-14);
        Close.Values(Enumerable.Range(0, 4).Select(j => Norm(w, j)), relevance.Values, 1e-14);
        using var linear = layer.ToLinear();
        Close.Values(relevance.Values, InputRelevance.OfWeights(linear).Values, 1e-14);
    }

    [Fact]
    public void Output_eigenvalues_bring_a_warning_and_the_norm_of_the_weights()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Linear(3, 2, 2);
        var w = Matrix(layer.Kernel());
        var relevance = InputRelevance.Of(layer);
        Assert.Contains("not 0", relevance.Warning);
        Close.Values(Enumerable.Range(0, 3).Select(j => Math.Sqrt(w[j, 0] * w[j, 0] + w[j, 1] * w[j, 1])), relevance.Values, 1e-14);
        Assert.Equal(relevance.Warning, InputRelevance.Over([relevance]).Warning);
    }

    [Fact]
    public void Repeats_have_a_mean_and_a_deviation_with_divisor_n()
    {
        Assert.Equal([2, 3, 2, 0], Three.Values);
        Assert.Equal([1, 0, 1, 0], Three.Deviations);
        Assert.Equal([2 / 3.0, 1, 2 / 3.0, 0], Three.Relative);
        Assert.Equal([1, 0, 2, 3], Three.Ranking);
        Assert.Equal(Three, InputRelevance.Over([new([[1, 3, 3, 0]]), new([[3, 3, 1, 0]])]));
        Assert.Equal([0, 0], new InputRelevance([[0, 0]]).Relative);
    }

    [Fact]
    public void The_most_relevant_are_exactly_n_and_ties_go_by_index()
    {
        Assert.Equal([true, true, false, false], Three.Top(2).Keep);
        Assert.Equal(0, Three.Top(0).Kept);
        Assert.Equal(4, Three.Top(4).Kept);
        Assert.Equal("n", Assert.Throws<ArgumentOutOfRangeException>(() => Three.Top(5)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.Top(-1));
    }

    [Fact]
    public void Scaled_relevance_does_not_depend_on_an_inputs_unit()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(SpectralLinear.ForRelevance(3, 2, float64), 3);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        double[] deviations = [1, 2, 0.5], inMillimetres = [1000, 2, 0.5];
        var before = InputRelevance.Of(layer).Scaled(deviations);
        // The same function of an input that is 1000 times as large.
        using (no_grad()) layer.InputEigenvalues[0] /= 1000;
        Close.Values(before.Values, InputRelevance.Of(layer).Scaled(inMillimetres).Values, 1e-13);
        Assert.Throws<ArgumentException>(() => before.Scaled([1, 2]));
        Assert.Throws<ArgumentException>(() => before.Scaled([1, double.NaN, 1]));
    }

    [Fact]
    public void A_mask_blanks_inputs_and_leaves_the_given_ones()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } });
        Assert.Equal([1, 2, 0, 0, 5, 6, 0, 0], Values(Three.Top(2).Apply(x)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Values(x));
        Assert.Equal(float32, Three.Top(1).Apply(x.to(float32)).dtype);
        Assert.Throws<ArgumentException>(() => Three.Top(1).Apply(zeros(2, 3)));
        Assert.Throws<ArgumentException>(() => new InputMask([]));
    }

    [Fact]
    public void A_masked_network_is_one_whose_eigenvalues_are_0()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(SpectralLinear.ForRelevance(4, 3, float64), 4);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        var (x, mask) = (Random(5, 6, 4), InputRelevance.Of(layer).Top(2));
        var masked = Values(layer.call(mask.Apply(x)));
        using (no_grad())
            for (var j = 0; j < 4; j++)
                if (!mask.Keep[j]) layer.InputEigenvalues[j] = 0;
        Close.Values(masked, Values(layer.call(x)), 1e-15);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new InputRelevance([]));
        Assert.Contains("input 1 in repeat 0 is NaN", Assert.Throws<ArgumentException>(() => new InputRelevance([[1, double.NaN]])).Message);
        Assert.Contains("Repeat 1 has 1", Assert.Throws<ArgumentException>(() => new InputRelevance([[1, 2], [1]])).Message);
        Assert.Throws<ArgumentException>(() => new InputRelevance([ImmutableArray<double>.Empty]));
        using var layer = SpectralLinear.ForRelevance(2, 2);
        using (no_grad()) layer.InputEigenvalues[0] = double.NaN;
        Assert.Throws<ArgumentException>(() => InputRelevance.Of(layer));
    }
}
