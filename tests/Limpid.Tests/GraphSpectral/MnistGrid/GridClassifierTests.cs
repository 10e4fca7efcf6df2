using Limpid.GraphSpectral.MnistGrid;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

[Collection(ProcessCollection.Name)]
public class GridClassifierTests
{
    [Theory]
    [InlineData(false, 832 + 51_264 + 200_768 + 650)]
    [InlineData(true, 832 + 51_264 + 200_768 + 160 + 2 * 2_320 + 650)]
    public void ShapesAndSizesAreThePapers(bool convolutions, int parameters)
    {
        using var scope = NewDisposeScope();
        using var network = new GridClassifier(convolutions);
        var grid = network.Grid(zeros(3, 1, 28, 28));
        Assert.Equal([3, 64], grid.shape);
        Assert.Equal([3, 10], network.Classify(grid).shape);
        Assert.Equal(parameters, network.parameters().Sum(parameter => parameter.numel()));
        Assert.False(grid.IsInvalid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ForwardIsTheLayersOfThePaper(bool convolutions)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = new GridClassifier(convolutions);
        network.eval();
        var images = rand(2, 1, 28, 28);
        var weights = network.parameters().ToArray();
        // The paper's order: activation, then pooling.
        Tensor Layer(Tensor x, int i, long padding) => nn.functional.leaky_relu(nn.functional.conv2d(x, weights[i], weights[i + 1], padding: [padding, padding]), 0.2);
        Tensor Pool(Tensor x) => nn.functional.max_pool2d(x, [2L, 2L]);
        var dense = Pool(Layer(Pool(Layer(images, 0, 2)), 2, 2)).flatten(1);
        var grid = nn.functional.leaky_relu(nn.functional.linear(dense, weights[4], weights[5]), 0.2);
        var last = convolutions ? Layer(Pool(Layer(Pool(Layer(grid.reshape(2, 1, 8, 8), 6, 1)), 8, 1)), 10, 1).flatten(1) : grid;
        var expected = nn.functional.linear(last, weights[^2], weights[^1]);
        Close.Values(Check.Values(grid), Check.Values(network.Grid(images)), 1e-5);
        Close.Values(Check.Values(expected), Check.Values(network.call(images)), 1e-5);
    }

    [Fact]
    public void DropoutActsInTrainingOnly()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = new GridClassifier();
        var images = rand(4, 1, 28, 28);
        network.eval();
        Assert.Equal(Check.Values(network.call(images)), Check.Values(network.call(images)));
        network.train();
        Assert.NotEqual(Check.Values(network.call(images)), Check.Values(network.call(images)));
        Assert.Equal(Check.Values(network.Grid(images)), Check.Values(network.Grid(images)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NothingIsLeftBehind(bool convolutions)
    {
        using var network = new GridClassifier(convolutions);
        using var images = zeros(1, 1, 28, 28);
        Check.LeavesNothing(() => network.call(images).Dispose());
    }
}
