using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

internal sealed record Fgsm(double Epsilon) : Attack
{
    private protected override Tensor Change(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var x = inputs.clone().requires_grad_();
        // The sum, so that each sample has its own gradient whatever the batch.
        var loss = nn.functional.cross_entropy(network.call(x), labels, reduction: nn.Reduction.Sum);
        var gradient = autograd.grad([loss], [x])[0];
        return (inputs + gradient.sign() * Epsilon).clamp(Range.Least, Range.Most);
    }

    public override string ToString() => FormattableString.Invariant($"FGSM, eps {Epsilon}");
}
