using Limpid.Spectral;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

[Collection(ProcessCollection.Name)]
public sealed class VariantTests
{
    private static long Free(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    [Theory]
    [InlineData(7, 4)]
    [InlineData(4, 7)]
    [InlineData(5, 5)]
    public void Each_form_trains_as_many_numbers_as_it_says(int inputs, int outputs)
    {
        var (k, eigen) = (Math.Min(inputs, outputs), inputs + (2 * outputs));
        using var full = new SpectralLinear(inputs, outputs, SpectralSetup.Full);
        using var ssvd = new SsvdLinear(inputs, outputs);
        using var qr = new QrLinear(inputs, outputs);
        using var subset = new SubsetLinear(inputs, outputs);
        using var few = new SubsetLinear(inputs, outputs, 3);
        using var alone = new SpectralLinear(inputs, outputs, SpectralSetup.EigenvaluesOnly);
        Assert.Equal(eigen, Free(full));
        Assert.Equal(eigen + k, Free(ssvd));
        Assert.Equal(eigen + (k * outputs) - (k * (k - 1) / 2), Free(qr));
        Assert.Equal(Free(alone), Free(subset));
        Assert.Equal(3, Free(few));
    }

    [Fact]
    public void Ssvd_is_the_product_of_its_parts()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var layer = new SsvdLinear(5, 3, float64);
        var parts = layer.state_dict();
        Tensor u = parts["left"], s = parts["singular"], v = parts["right"];
        Assert.Equal((5, 3, 3, 3, 3), (u.size(0), u.size(1), s.size(0), v.size(0), v.size(1)));
        Close.Values(Values(u.mm(diag(s)).mm(v)), Values(layer.Base), 1e-15);
        Assert.True(Values(s).All(value => value is >= 0 and <= 3));
        Close.Values(Values(layer.Base.mul(layer.InputEigenvalues - layer.OutputEigenvalues)), Values(layer.Kernel()), 1e-15);
        layer.call(Random(1, 4, 5)).square().sum().backward();
        Assert.True(layer.SingularValues.grad is { } gradient && Values(gradient).All(value => value != 0));
    }

    [Theory]
    [InlineData(6, 4)]
    [InlineData(3, 5)]
    public void Qr_is_a_frozen_orthonormal_matrix_times_a_triangle_that_is_trained(int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var layer = new QrLinear(inputs, outputs, float64);
        Tensor q = layer.state_dict()["orthonormal"], r = layer.Triangle();
        var k = Math.Min(inputs, outputs);
        Close.Values(Values(eye(k, dtype: float64)), Values(q.t().mm(q)), 1e-12);
        Close.Values(Values(r.triu()), Values(r), 0);
        Close.Values(Values(q.mm(r)), Values(layer.Base), 1e-15);
        using var optimiser = optim.Adam(layer.parameters(), 0.1);
        layer.call(Random(1, 4, inputs)).square().sum().backward();
        var before = Values(q);
        optimiser.step();
        Assert.Equal(before, Values(layer.state_dict()["orthonormal"]));
        Tensor after = layer.Triangle();
        Close.Values(Values(after.triu()), Values(after), 0);
        Assert.True(Enumerable.Range(0, k).All(i => after[i, i].ToDouble() != r[i, i].ToDouble()));
    }

    [Fact]
    public void Of_a_subset_layer_only_the_chosen_weights_move()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var layer = new SubsetLinear(6, 4, 5, float64);
        using var optimiser = optim.SGD(layer.parameters(), 0.1);
        var before = Values(layer.Kernel());
        layer.call(Random(2, 8, 6)).square().sum().backward();
        optimiser.step();
        Assert.Equal(5, Values(layer.Kernel()).Zip(before, (now, then) => now != then).Count(moved => moved));
        Assert.True(before.All(value => Math.Abs(value) <= 0.1));
    }

    [Theory]
    [InlineData(SpectralForm.Ssvd)]
    [InlineData(SpectralForm.Qr)]
    [InlineData(SpectralForm.Subset)]
    public void Networks_of_each_form_learn(SpectralForm form)
    {
        using var scope = NewDisposeScope();
        var x = Random(1, 200, 3).to(float32);
        var y = x.select(1, 0).gt(0).to(int64);
        manual_seed(6);
        using var network = new SpectralNetwork(new SpectralLayout(3, [(16, LayerActivation.Tanh), (2, LayerActivation.Linear)]) { Form = form, Normalised = false });
        var before = SpectralTraining.Score(network, x, y, SpectralLoss.Classes);
        SpectralTraining.Train(network, x, y, SpectralLoss.Classes, new(0.02, 32, 60), new Random(1), cancel: TestContext.Current.CancellationToken);
        var after = SpectralTraining.Score(network, x, y, SpectralLoss.Classes);
        Assert.True(after > 0.9 && after > before, $"{before}, {after}");
        Assert.Equal(2, network.Layers.Count);
        Assert.IsType(network.First.GetType(), network.Layers[1]);
        using var mixed = new SpectralNetwork(network.Layout with { LastSetup = SpectralSetup.Direct });
        Assert.IsType<SpectralLinear>(mixed.Layers[1]);
    }

    [Fact]
    public void The_kernel_frees_what_it_computes()
    {
        using var layer = new SsvdLinear(4, 3);
        using (layer.Kernel()) { }
        var scope = NewDisposeScope();
        using (layer.Kernel()) Assert.Equal(1, scope.DisposablesCount);
        scope.Dispose();
    }

    [Fact]
    public void Wrong_numbers_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SsvdLinear(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QrLinear(3, 0));
        Assert.Contains("expected 1 to 6", Assert.Throws<ArgumentOutOfRangeException>(() => new SubsetLinear(2, 3, 7)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubsetLinear(2, 3, 0));
    }
}
