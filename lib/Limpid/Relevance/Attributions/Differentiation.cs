using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

internal static class Differentiation
{
    /// <summary>The gradient of the sum of values by a leaf, which is each row's own gradient; 0 where they don't depend on it.</summary>
    internal static Tensor By(Tensor leaf, Tensor values)
    {
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        // Without a graph autograd would end the process.
        if (!values.requires_grad)
            throw new ArgumentException("The model's scores have no gradient: it computes them without recording (no_grad, detach or integers on the way); expected a differentiable model.", "model");
        var gradient = autograd.grad([values.sum()], [leaf], allow_unused: true)[0];
        if (gradient.IsInvalid) return leaf.detach().zeros_like().MoveToOuterDisposeScope();
        RequireFinite(gradient);
        return gradient.detach().MoveToOuterDisposeScope();
    }

    internal static void RequireFinite(Tensor gradient)
    {
        using var scope = NewDisposeScope();
        if (!FiniteNumbers.All(gradient)) throw new NonFiniteActivationException("input", "The gradient");
    }
}
