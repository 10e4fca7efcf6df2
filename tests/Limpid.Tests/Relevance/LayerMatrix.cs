using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

/// <summary>A linear layer as a matrix: the slow twin's view. W [in, out], b [out], found by sending unit vectors through the layer.</summary>
internal sealed class LayerMatrix
{
    public LayerMatrix(nn.Module<Tensor, Tensor> layer, long[] sample)
    {
        using var _ = no_grad();
        var length = sample.Aggregate(1L, (product, size) => product * size);
        var bias = layer.call(zeros([1, .. sample], float64)).flatten();
        var rows = layer.call(eye(length, length, float64).view([length, .. sample])).reshape([length, -1]) - bias;
        (Weight, Bias) = (rows.cpu(), bias);
    }

    private LayerMatrix(Tensor weight, Tensor bias) => (Weight, Bias) = (weight, bias);

    public Tensor Weight { get; }

    public Tensor Bias { get; }

    /// <summary>The layer with some of its inputs only.</summary>
    public LayerMatrix Rows(Tensor rows) => new(Weight.index_select(0, rows), Bias);
}
