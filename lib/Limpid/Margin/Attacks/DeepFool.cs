using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

internal sealed record DeepFool(int Steps, double Overshoot) : Attack
{
    private protected override Tensor Change(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, CancellationToken cancellation)
    {
        var change = zeros_like(inputs);
        Tensor At() => (inputs + change * (1 + Overshoot)).clamp(Range.Least, Range.Most);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var x = At().requires_grad_();
            var logits = network.call(x);
            var going = logits.detach().argmax(1).eq(labels);
            if (!going.any().ToBoolean()) break;
            change.add_(Step(logits, x, labels) * going.to(inputs.dtype).view([-1, .. Enumerable.Repeat(1L, (int)inputs.ndim - 1)]));
        }
        return At();
    }

    // To the nearest of the linearised boundaries: the class with the least |f_k| / |w_k|, a step |f_k| / |w_k|^2 along w_k.
    private static Tensor Step(Tensor logits, Tensor x, Tensor labels)
    {
        var classes = logits.size(1);
        var gradients = stack([.. Enumerable.Range(0, (int)classes).Select(k => autograd.grad([logits.select(1, k).sum()], [x], retain_graph: true)[0])], 1);
        using var off = no_grad();
        var axes = gradients.flatten(2);
        var own = labels.view(-1, 1, 1).expand(-1, 1, axes.size(2));
        var w = axes - axes.gather(1, own);
        var f = (logits - logits.gather(1, labels.unsqueeze(1))).abs();
        var squares = w.square().sum(2);
        // The class itself is no way out, nor is one on which the inputs have no influence.
        var closed = squares.le(0).logical_or(nn.functional.one_hot(labels, classes).to(ScalarType.Bool));
        var distance = (f / squares.sqrt()).masked_fill(closed, double.PositiveInfinity);
        var nearest = distance.argmin(1, keepdim: true);
        var length = (f / squares).masked_fill(closed, 0).gather(1, nearest);
        return (w.gather(1, nearest.unsqueeze(2).expand(-1, 1, w.size(2))).squeeze(1) * length).view(x.shape);
    }

    public override string ToString() => FormattableString.Invariant($"DeepFool, at most {Steps} steps");
}
