using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary><c>c * sum_b z_b' M z_b</c> for a symmetric M, with gradient <c>2 c Z M</c>: one matrix product serves both, where differentiating the value as written takes two.</summary>
internal sealed class QuadraticForm : autograd.SingleTensorFunction<QuadraticForm>
{
    private const string Key = "form";

    public override string Name => nameof(QuadraticForm);

    /// <summary>The form's value.</summary>
    /// <param name="activations">Z [B, N].</param>
    /// <param name="matrix">M [N, N], symmetric; a constant.</param>
    /// <param name="factor">c.</param>
    public static Tensor Of(Tensor activations, Tensor matrix, double factor) => apply(activations, new Constants(matrix, factor));

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (z, constants) = ((Tensor)vars[0], (Constants)vars[1]);
        var products = z.mm(constants.Matrix);
        ctx.save_for_backward([z, products]);
        ctx.save_data(Key, constants);
        return products.mul(z).sum().mul(constants.Factor);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var (saved, constants) = (ctx.get_saved_variables(), (Constants)ctx.get_data(Key));
        // Who differentiates the gradient again needs to see where it came from.
        var products = is_grad_enabled() ? saved[0].mm(constants.Matrix) : saved[1];
        return [products.mul(grad_output.mul(2 * constants.Factor)).MoveToOuterDisposeScope(), null!];
    }

    private sealed record Constants(Tensor Matrix, double Factor);
}
