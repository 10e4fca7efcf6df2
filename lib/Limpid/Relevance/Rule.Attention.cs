using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>Soft-max s = softmax(x): <c>R_j = x_j (R_j - s_j sum_k R_k)</c>, a Taylor expansion whose constant part is not handed on, so it does not conserve. Source: Achtibat et al. 2024 (AttnLRP).</summary>
    public static Rule Softmax() => new FormulaRule("soft-max", LayerKind.Softmax, true, (step, relevance) =>
        [step.Transposed(relevance / step.Output.masked_fill(step.Output.eq(0), double.PositiveInfinity))[0] * step.Inputs[0].masked_fill(step.Inputs[0].isinf(), 0).detach()]);

    /// <summary>Layer normalisation with the standard deviation as a constant: <c>R_j = x_j sum_k (dz_k / dx_j) R_k / S(z_k)</c>. Source: Achtibat et al. 2024.</summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static Rule LayerNorm(double epsilon = 1e-6) => new FormulaRule("layer norm", LayerKind.LayerNorm, false, (step, relevance) =>
    {
        var input = step.Inputs[0].detach().requires_grad_(true);
        Tensor output;
        using (enable_grad()) output = ((LayerNormLayer)step.Operation).Apply(input, true);
        return [Step.Transposed(output, input, new Stabiliser(epsilon).Divide(relevance, step.Output)) * input.detach()];
    });

    /// <summary>Matrix product O = A V: with s = R / S(2 O), <c>R_A = A (s V^T)</c> and <c>R_V = V (A^T s)</c> entry by entry, half to each factor. Source: Achtibat et al. 2024.</summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static Rule MatrixProduct(double epsilon = 1e-6) => new FormulaRule("half to each factor", LayerKind.MatrixProduct, true, (step, relevance) =>
        [.. step.Transposed(new Stabiliser(epsilon).Divide(relevance, step.Output * 2)).Select((gradient, i) => gradient * step.Inputs[i].detach())]);

    /// <summary>Product entry by entry: <c>R_i = R / n</c> to each of the n factors. Source: Achtibat et al. 2024.</summary>
    public static Rule Product() => new FormulaRule("equal parts", LayerKind.Product, false, (step, relevance) =>
        [.. step.Inputs.Select(_ => relevance / step.Inputs.Length)]);

    /// <summary>Embedding: an index gets the relevance of its whole vector, <c>R = sum_d R_d</c>.</summary>
    public static Rule Embedding() => new FormulaRule("sum over the vector", LayerKind.Embedding, false, (_, relevance) => [relevance.sum(-1L)]);

    private sealed record FormulaRule(string Name, LayerKind Kind, bool Graph, Func<Step, Tensor, Tensor[]> Formula) : Rule(Name)
    {
        internal override bool NeedsGraph => Graph;

        internal override string? Refusal(Node node) => node.Operation.Kind == Kind ? null : FormattableString.Invariant($"the rule {Name} is for {Kind}, not for {node.Operation.Kind}");

        internal override Tensor[] Spread(Step step, Tensor relevance) => Formula(step, relevance);
    }
}
