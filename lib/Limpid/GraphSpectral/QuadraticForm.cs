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
    public static Tensor Of(Tensor activations, Tensor matrix, double factor)
    {
        using var products = activations.mm(matrix);
        return apply(activations, (products, factor));
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (z, (products, factor)) = ((Tensor)vars[0], ((Tensor, double))vars[1]);
        ctx.save_for_backward([products]);
        ctx.save_data(Factor, factor);
        using var terms = products.mul(z);
        using var sum = terms.sum();
        return sum.mul(factor);
    }

    // The products are no argument of their own: their share of the gradient is the same again and is counted here. They are saved with their history, so that who
    // differentiates the gradient once more comes back to Z.
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var products = ctx.get_saved_variables()[0];
        using var factor = grad_output.mul(2 * (double)ctx.get_data(Factor));
        return [products.mul(factor), null!];
    }
}
