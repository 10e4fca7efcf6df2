using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>
/// Takes batch normalisation that directly follows a linear layer or convolution, and nothing else uses that layer's output, as one layer with it:
/// W' = s W, b' = s b + t with s, t the weight and bias of <see cref="BatchNormLayer"/>. The output is the same up to rounding; the modules stay as they are.
/// </summary>
internal static class BatchNormMerging
{
    internal static Network Apply(Network network)
    {
        var builder = new NetworkBuilder();
        var places = new int[network.Nodes.Length];
        for (var i = 1; i < network.Nodes.Length; i++)
        {
            var node = network.Nodes[i];
            int[] inputs = [.. node.Inputs.Select(input => places[input])];
            if (node.Operation is BatchNormLayer && Absorbs(network, node.Inputs[0])) places[i] = inputs[0];
            else places[i] = builder.Add(node.Name, Follower(network, i) is { } norm ? Merged((LinearOperation)node.Operation, norm) : node.Operation, inputs);
        }
        return builder.Build(places[network.Output]);
    }

    private static bool Absorbs(Network network, int at) => Follower(network, at) is not null;

    private static BatchNormLayer? Follower(Network network, int at) =>
        network.Nodes[at].Operation is LinearLayer or ConvolutionLayer or TransposedConvolutionLayer && network.Uses[at] == 1 && at != network.Output
            ? network.Nodes.First(node => node.Inputs.Contains(at)).Operation as BatchNormLayer
            : null;

    private static LinearOperation Merged(LinearOperation layer, BatchNormLayer norm)
    {
        // Output channels are W's first axis, but the second of a transposed convolution.
        Tensor Weight()
        {
            using var scope = NewDisposeScope();
            var weight = layer.Weight();
            long[] shape = [.. Enumerable.Range(0, (int)weight.dim()).Select(axis => axis == (layer is TransposedConvolutionLayer ? 1 : 0) ? -1L : 1L)];
            return (weight * norm.Weight().view(shape)).MoveToOuterDisposeScope();
        }

        Tensor Bias()
        {
            using var scope = NewDisposeScope();
            var shift = norm.Bias()!;
            return (layer.Bias() is { } bias ? bias * norm.Weight() + shift : shift).MoveToOuterDisposeScope();
        }

        return new MergedLayer(layer, Weight, Bias);
    }

    private sealed class MergedLayer(LinearOperation layer, Func<Tensor> weight, Func<Tensor> bias) : LinearOperation(layer.Kind)
    {
        public override long BiasAxis => layer.BiasAxis;

        public override Tensor Weight() => weight();

        public override Tensor? Bias() => bias();

        public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias) => layer.Apply(input, weight, bias);
    }
}
