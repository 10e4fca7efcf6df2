using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class AttentionTests
{
    private static RelevanceResult Through(Operation operation, Rule rule, Tensor x, Tensor relevance)
    {
        var builder = new NetworkBuilder();
        var node = builder.Add("it", operation, operation is ProductOperation ? [0, 0] : [0]);
        var flat = builder.Add("flat", new MappedOperation(LayerKind.Reshape, y => y.flatten(1), null), node);
        return new RelevancePropagation(builder.Build(flat), Composite.EpsilonPlus().With("it", rule)).ExplainFrom(x, _ => relevance.flatten(1));
    }

    [Fact]
    public void Softmax_is_its_formula()
    {
        using var scope = NewDisposeScope();
        var (x, relevance) = (tensor(new double[,] { { 1, -2, 0.5 } }), tensor(new double[,] { { 0.3, 0.1, -0.7 } }));
        using var result = Through(new MappedOperation(LayerKind.Softmax, y => y.softmax(-1), true), Rule.Softmax(), x, relevance);
        var s = x.softmax(-1);
        var expected = x * (relevance - s * relevance.sum());
        Close.Values(expected.data<double>().ToArray(), result.Input.data<double>().ToArray(), 1e-12);
    }

    [Fact]
    public void A_matrix_product_gives_half_to_each_factor()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var (a, relevance) = (randn([1, 3, 3], float64), randn([1, 3, 3], float64));
        using var result = Through(new ProductOperation(true), Rule.MatrixProduct(0), a, relevance);
        var s = relevance / (2 * a.matmul(a));
        var expected = a * s.matmul(a.transpose(1, 2)) + a * a.transpose(1, 2).matmul(s);
        Close.Values(expected.flatten().data<double>().ToArray(), result.Input.flatten().data<double>().ToArray(), 1e-9);
        Close.Value(relevance.sum().ToDouble(), result.Input.sum().ToDouble(), 1e-9);
    }

    [Fact]
    public void Layer_norm_holds_the_deviation_constant()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var norm = LayerNorm(4, dtype: float64);
        using (no_grad()) init.normal_(norm.weight);
        var (x, relevance) = (randn([1, 4], float64), randn([1, 4], float64));
        using var result = new RelevancePropagation(Sequential(norm), Composite.EpsilonPlus().With(LayerKind.LayerNorm, Rule.LayerNorm(0))).ExplainFrom(x, _ => relevance.alias());
        var deviation = (x - x.mean()).square().mean().add(1e-5).sqrt();
        var weight = norm.weight.detach();
        var z = (x - x.mean()) / deviation * weight;
        // dz_k / dx_j = (delta_jk - 1/4) w_k / deviation
        var jacobian = (eye(4, 4, float64) - 0.25) * weight.unsqueeze(0) / deviation;
        var expected = x.flatten() * jacobian.matmul((relevance / z).flatten());
        Close.Values(expected.data<double>().ToArray(), result.Input.flatten().data<double>().ToArray(), 1e-9);
    }

    [Fact]
    public void Attention_is_read_as_what_it_computes()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var model = Sequential(Embedding(11, 8), new Residual(Sequential(LayerNorm(8), new SelfAttention(8, 2))), Flatten(), Linear(40, 3));
        var x = randint(0, 11, [4, 5]);
        var lrp = new RelevancePropagation(model, Composite.EpsilonPlus());
        using var result = lrp.Explain(x, new RelevanceOptions { Ledger = true });
        Assert.True(model.call(x).allclose(result.Scores, 1e-4, 1e-5));
        Assert.Equal([4, 5], result.Input.shape);
        Assert.Contains(lrp.Plan.Rows, row => row.Kind == LayerKind.Softmax && row.Problem is null);
    }
}
