using Limpid.Spectral;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

public sealed class SpectralLinearTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 5)]
    public void The_adjacency_matrix_has_the_layers_eigenvalues_eigenvectors_and_weights(int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Linear(inputs, outputs, 1);
        Tensor a = layer.Adjacency(), phi = layer.Eigenvectors(), lambda = layer.Eigenvalues();
        var n = inputs + outputs;
        Close.Values(Values(phi * lambda), Values(a.mm(phi)), 1e-12);
        Close.Values(Values(eye(n, dtype: float64)), Values(phi.mm(2 * eye(n, dtype: float64) - phi)), 1e-12);
        Assert.Equal(Values(diag(lambda)[TensorIndex.Slice(0, inputs), TensorIndex.Slice(0, inputs)]), Values(a[TensorIndex.Slice(0, inputs), TensorIndex.Slice(0, inputs)]));
        Close.Values(Values(layer.Kernel().t()), Values(a[TensorIndex.Slice(inputs), TensorIndex.Slice(0, inputs)]), 1e-12);
    }

    [Fact]
    public void A_kernel_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralLinear(1, 2, Layers.Whole, float64);
        using (no_grad())
        {
            layer.Base.copy_(tensor(new double[,] { { 2, 3 } }));
            layer.InputEigenvalues.fill_(5);
            layer.OutputEigenvalues.copy_(tensor(new double[,] { { 1, 4 } }));
        }
        Assert.Equal([8, 3], Values(layer.Kernel()));
        Assert.Equal([16, 6], Values(layer.call(tensor(new double[,] { { 2 } }))));
    }

    [Fact]
    public void The_output_is_that_of_the_written_out_sum()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Linear(4, 3, 2);
        var x = Random(9, 5, 4);
        var (phi, into, outOf, bias) = (Matrix(layer.Base), Values(layer.InputEigenvalues), Values(layer.OutputEigenvalues), Values(layer.Bias!));
        var (input, y) = (Matrix(x), Matrix(layer.call(x)));
        for (var b = 0; b < 5; b++)
            for (var i = 0; i < 3; i++)
                Close.Value(bias[i] + Enumerable.Range(0, 4).Sum(j => input[b, j] * (into[j] - outOf[i]) * phi[j, i]), y[b, i], 1e-12);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Linear(3, 2, 3);
        var x = Random(4, 6, 3);
        foreach (var part in new[] { layer.Base, layer.InputEigenvalues, layer.OutputEigenvalues, layer.Bias! })
        {
            layer.zero_grad();
            layer.call(x).square().sum().backward();
            var gradient = Values(part.grad!);
            for (var i = 0; i < gradient.Length; i++)
            {
                double Shifted(double by)
                {
                    using var _ = no_grad();
                    part.view(-1)[i] += by;
                    var value = layer.call(x).square().sum().ToDouble();
                    part.view(-1)[i] -= by;
                    return value;
                }

                Close.Value((Shifted(1e-5) - Shifted(-1e-5)) / 2e-5, gradient[i], 1e-6);
            }
        }
    }

    [Fact]
    public void The_relevance_setup_starts_as_a_dense_layer_and_trains_what_it_says()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralLinear.ForRelevance(30, 20);
        Assert.Equal(Values(layer.Base), Values(layer.Kernel()));
        Assert.True(Values(layer.Base).All(value => Math.Abs(value) <= Math.Sqrt(6 / 50.0)));
        Assert.InRange(Values(layer.Base).Select(Math.Abs).Max(), 0.9 * Math.Sqrt(6 / 50.0), Math.Sqrt(6 / 50.0));
        Assert.All(Values(layer.Bias!), value => Assert.Equal(0, value));
        Assert.Equal(["bias", "eigenvectors", "inputEigenvalues"], layer.named_parameters().Select(named => named.name).Order());
        Assert.Equal(["outputEigenvalues"], layer.named_buffers().Select(named => named.name));
        Assert.Equal(30 * 20 + 30 + 20, layer.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void The_pruning_setup_kills_a_node_with_its_eigenvalue()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralLinear.ForPruning(4, 3);
        Assert.Null(layer.Bias);
        Assert.Equal(Values(-layer.Base), Values(layer.Kernel()));
        Assert.Equal(["eigenvectors", "outputEigenvalues"], layer.named_parameters().Select(named => named.name).Order());
        using (no_grad()) layer.OutputEigenvalues[0, 1] = 0;
        Assert.All(Values(layer.call(Random(1, 5, 4).to(float32)).select(1, 1)), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Eigenvalues_alone_are_as_many_numbers_as_outputs()
    {
        using var layer = new SpectralLinear(7, 5, SpectralSetup.EigenvaluesOnly);
        Assert.Equal(5, layer.parameters().Sum(parameter => parameter.numel()));
        Assert.All(Values(layer.OutputEigenvalues), value => Assert.InRange(value, 0.5, 1.5));
        Assert.All(Values(layer.Base), value => Assert.InRange(value, -0.2, 0.2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_dense_layer_becomes_spectral_and_back(bool bias)
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(5, 4, hasBias: bias);
        var x = Random(5, 6, 5).to(float32);
        var (before, weights) = (Values(linear.call(x)), Values(linear.weight!));
        using var layer = SpectralLinear.Of(linear);
        Assert.Equal(before, Values(layer.call(x)));
        using var again = layer.ToLinear();
        Assert.Equal(weights, Values(again.weight!));
        Assert.Equal(before, Values(layer.call(x)));
        using var negative = bias ? null : SpectralLinear.Of(linear, SpectralSetup.Pruning);
        if (negative is not null) Assert.Equal(before, Values(negative.call(x)));
        Assert.Equal(weights, Values(linear.weight!));
    }

    [Fact]
    public void A_layer_moves_a_factor_between_eigenvalue_and_eigenvector_unseen()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(SpectralLinear.ForRelevance(4, 3, float64), 5);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        var (kernel, relevance) = (Values(layer.Kernel()), InputRelevance.Of(layer).Values);
        using (no_grad())
        {
            layer.InputEigenvalues[2] *= -8;
            layer.Base[2] *= -0.125;
        }
        Assert.Equal(kernel, Values(layer.Kernel()));
        Close.Values(relevance, InputRelevance.Of(layer).Values, 1e-15);
    }

    [Fact]
    public void Weights_survive_a_file_and_a_dispose_scope()
    {
        var file = Path.GetTempFileName();
        try
        {
            SpectralLinear layer;
            using (NewDisposeScope()) layer = SpectralLinear.ForRelevance(3, 2);
            layer.save(file);
            using var other = SpectralLinear.ForRelevance(3, 2);
            other.load(file);
            Assert.Equal(Values(layer.Kernel()), Values(other.Kernel()));
            layer.Dispose();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Assert.Equal("inputs", Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralLinear(0, 2)).ParamName);
        Assert.Equal("outputs", Assert.Throws<ArgumentOutOfRangeException>(() => new SpectralLinear(2, 0)).ParamName);
        Assert.Throws<ArgumentException>(() => new SpectralLinear(2, 2, dtype: int64));
        using var layer = new SpectralLinear(3, 2);
        Assert.Contains("[5, 4]; expected [..., 3]", Assert.Throws<ArgumentException>(() => layer.call(zeros(5, 4))).Message);
        using var linear = nn.Linear(3, 2);
        Assert.Equal("setup", Assert.Throws<ArgumentException>(() => SpectralLinear.Of(linear, SpectralSetup.Pruning)).ParamName);
        Assert.Equal("setup", Assert.Throws<ArgumentException>(() => SpectralLinear.Of(linear, SpectralSetup.Relevance with { Input = SpectralPart.Frozen(0) })).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => EntryStart.Uniform(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntryStart.Constant(double.NaN));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var layer = new SpectralLinear(3, 2, Layers.Whole);
        var penalty = new EigenPenalty(Penalty.L2(1), Penalty.L1(1));
        LeavesNothing(() =>
        {
            using var x = zeros(2, 3);
            layer.call(x).Dispose();
            penalty.Of(layer).Dispose();
            layer.Adjacency().Dispose();
            _ = InputRelevance.Of(layer);
            using var linear = layer.ToLinear();
            using var again = SpectralLinear.Of(linear);
        });
    }
}
