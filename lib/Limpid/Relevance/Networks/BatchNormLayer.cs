using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>
/// Batch normalisation in evaluation, a linear layer with one weight per channel: w = gamma / sqrt(var + eps), b = beta - mean w.
/// </summary>
/// <param name="mean">Gives the running mean [C].</param>
/// <param name="variance">Gives the running variance [C].</param>
/// <param name="gamma">Gives gamma [C], or null for 1.</param>
/// <param name="beta">Gives beta [C], or null for 0.</param>
/// <param name="epsilon">eps.</param>
public sealed class BatchNormLayer(Func<Tensor> mean, Func<Tensor> variance, Func<Tensor?> gamma, Func<Tensor?> beta, double epsilon)
    : LinearOperation(LayerKind.BatchNorm)
{
    /// <inheritdoc/>
    public override Tensor Weight()
    {
        using var scope = NewDisposeScope();
        var scale = variance().detach().add(epsilon).rsqrt();
        return (gamma() is { } factor ? scale * factor.detach() : scale).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor? Bias()
    {
        using var scope = NewDisposeScope();
        var shift = -(mean().detach() * Weight());
        return (beta() is { } offset ? shift + offset.detach() : shift).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        long[] shape = [-1, .. Enumerable.Repeat(1L, (int)input.dim() - 2)];
        var output = input * weight.view(shape);
        return (bias is null ? output : output + bias.view(shape)).MoveToOuterDisposeScope();
    }
}
