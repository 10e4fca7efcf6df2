using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary><c>c * sum_b z_b' M z_b</c> for a symmetric M, with gradient <c>2 c Z M</c>: one matrix product serves both, where differentiating the value as written takes two.</summary>
internal sealed class QuadraticForm : autograd.SingleTensorFunction<QuadraticForm>
{
    private const string Factor = "factor";

    public override string Name => nameof(QuadraticForm);

    /// <summary>The form's value.</summary>
    /// <param name="activations">Z [B, N].</param>
    /// <param name="matrix">M [N, N], symmetric; a constant.</param>
    /// <param name="factor">c.</param>
    public static Tensor Of(Tensor activations, Tensor matrix, double factor) => apply(activations, activations.mm(matrix), factor);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (z, products, factor) = ((Tensor)vars[0], (Tensor)vars[1], (double)vars[2]);
        ctx.save_for_backward([products]);
        ctx.save_data(Factor, factor);
        return products.mul(z).sum().mul(factor);
    }

    // The share that comes by way of the products is the same again and is counted here; who differentiates the gradient once more goes through them.
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var gradient = ctx.get_saved_variables()[0].mul(grad_output.mul(2 * (double)ctx.get_data(Factor)));
        return [gradient.MoveToOuterDisposeScope(), null!, null!];
    }
}
