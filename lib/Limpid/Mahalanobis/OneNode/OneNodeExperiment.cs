using System.Collections.Immutable;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>The predecessor's first experiment: can one node learn <c>D_M</c>? Hundreds of nodes at once, each fitting the distances of the same points by mean squared error, in float32.</summary>
public static class OneNodeExperiment
{
    private const int Noted = 20;

    /// <summary>The source's Gaussian: mean (3, 2), covariance [[2, -1], [-1, 1]].</summary>
    public static Gaussian Plane()
    {
        using var scope = NewDisposeScope();
        return Gaussian.Of(tensor(new double[] { 3, 2 }), tensor(new double[,] { { 2, -1 }, { -1, 1 } }));
    }

    /// <summary>Mean (1, ..., 1) and covariance I: the experiment in other dimensions. What a node can reach is the same for all Gaussians of a dimension.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static Gaussian Round(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        using var scope = NewDisposeScope();
        return Gaussian.Of(ones([dimension], dtype: float64), eye(dimension, dtype: float64));
    }

    /// <summary>Draws a block's points and nodes, and trains the nodes.</summary>
    /// <param name="gaussian">Of the points.</param>
    /// <param name="activation">Of the nodes.</param>
    /// <param name="start">Where they start.</param>
    /// <param name="seed">Of points and nodes; the same for both activations, up to starts drawn anew.</param>
    /// <param name="options">The source's if null.</param>
    /// <param name="cancel">Ends the training between two epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static NodeRun Run(Gaussian gaussian, NodeActivation activation, NodeStart start, Seed seed, NodeOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        options ??= new();
        options.Check();
        using var scope = NewDisposeScope();
        var points = gaussian.Sample(options.Points, seed.Of("points"));
        var distances = gaussian.Distances(points);
        var (weight, bias) = NodeStarts.Of(Points.Rows(points), activation, start, seed.Of("nodes"), options.Models);
        using var layer = new BatchedLinear(weight.to(float32).unsqueeze(1), bias.to(float32).unsqueeze(1));
        using nn.Module<Tensor, Tensor> output = activation == NodeActivation.Abs ? new Abs() : nn.ReLU();
        using var nodes = nn.Sequential(layer, output);
        using optim.Optimizer optimiser = options.Adam ? optim.Adam(nodes.parameters(), options.Rate) : optim.SGD(nodes.parameters(), options.Rate, momentum: 0.9);
        var theory = new NodeTheory(gaussian.Dimension);
        var before = (Weight: layer.Weight.detach().clone(), Bias: layer.Bias!.detach().clone());
        var curve = BatchedTraining.Train(nodes, optimiser, points.to(float32), distances.to(float32), Losses, new(options.Epochs) { Every = Math.Max(1, options.Epochs / Noted) }, cancellation: cancel);
        ImmutableArray<LearnedNode> Read(Tensor w, Tensor b, ImmutableArray<double> losses, bool trained) =>
            [.. Nodes(w.squeeze(1), b.squeeze(1), gaussian).Select((neuron, i) => Learned(neuron, theory, activation, losses[i], trained))];
        return new(
            Read(before.Weight, before.Bias, curve.Losses[0], false), Read(layer.Weight, layer.Bias, curve.Final, true),
            curve.Epochs, [.. curve.Losses.Select(losses => losses.Average())], distances.var(unbiased: false).item<double>());
    }

    private static Tensor Losses(Tensor outputs, Tensor distances) => outputs.squeeze(1).sub(distances).square().mean([1L]);

    // All nodes stand as the rows of one layer.
    private static IEnumerable<NeuronReading> Nodes(Tensor weight, Tensor bias, Gaussian gaussian)
    {
        var (w, b) = LinearRows.Of(weight, bias);
        return NeuronReader.Read(w, b, w.mm(gaussian.Covariance), gaussian, null, new());
    }

    private static LearnedNode Learned(NeuronReading neuron, NodeTheory theory, NodeActivation activation, double loss, bool trained)
    {
        var spread = Math.Sqrt(neuron.PrecisionRatio);
        return new([.. neuron.Direction.Select(value => value * neuron.Norm)], neuron.Bias, neuron.MeanPreactivation, spread, loss,
            theory.Error(activation, spread, neuron.MeanPreactivation), CoherenceRule.Source.Of(neuron, trained ? loss : null));
    }
}
