using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Batched;

/// <summary>The same linear layer of many models at once: weights [models, out, in] in one tensor, so that hundreds of small networks train in the time of a few.</summary>
/// <remarks>
/// Samples stand last: a first layer takes data [n, in] that all models share and gives [models, out, n], later layers take [models, in, n]. Every tensor then is in order for the next
/// product, and <c>cross_entropy</c> takes [models, classes, n] with labels [models, n] as it is. Models never mix, so each has the gradients that it would have alone.
/// </remarks>
public sealed class BatchedLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;

    /// <summary>Layers of given weights, copied.</summary>
    /// <param name="weight">[models, out, in].</param>
    /// <param name="bias">[models, out], of the same type; null for none.</param>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public BatchedLinear(Tensor weight, Tensor? bias = null) : base(nameof(BatchedLinear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.ndim != 3 || weight.numel() == 0) throw new ArgumentException($"The weight has shape [{string.Join(", ", weight.shape)}]; expected [models, out, in].", nameof(weight));
        if (bias is not null && (bias.ndim != 2 || bias.size(0) != weight.size(0) || bias.size(1) != weight.size(1)))
            throw new ArgumentException($"The bias has shape [{string.Join(", ", bias.shape)}]; expected [{weight.size(0)}, {weight.size(1)}].", nameof(bias));
        this.weight = Own(weight);
        this.bias = bias is null ? null : Own(bias);
        RegisterComponents();
    }

    /// <summary>[models, out, in].</summary>
    public Parameter Weight => weight;

    /// <summary>[models, out], or null.</summary>
    public Parameter? Bias => bias;

    /// <summary>Number of models.</summary>
    public int Models => (int)weight.size(0);

    /// <summary>Layers with random weights, model i from its own seed: what a model starts with does not depend on which others there are.</summary>
    /// <param name="seeds">One per model.</param>
    /// <param name="inputs">At least 1.</param>
    /// <param name="outputs">At least 1.</param>
    /// <param name="start">How weights start.</param>
    /// <param name="hasBias">Whether there are biases.</param>
    /// <param name="stream">Name of the layer: two layers of a network need two.</param>
    /// <param name="dtype">float32 if null.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public static BatchedLinear Start(IReadOnlyList<Seed> seeds, long inputs, long outputs, WeightStart start, bool hasBias = true, string stream = "layer", ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Count == 0) throw new ArgumentException("There is no seed; expected one per model.", nameof(seeds));
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var drawn = seeds.Select(seed => Draw(seed.Of(stream), inputs, outputs, start, dtype ?? float32)).ToArray();
        return new(stack([.. drawn.Select(one => one.Weight)], 0), hasBias ? stack([.. drawn.Select(one => one.Bias)], 0) : null);
    }

    /// <summary>One model's layer as a linear layer of its own, in float64.</summary>
    /// <param name="model">0 to <see cref="Models"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such model.</exception>
    public Linear Layer(int model)
    {
        if (model < 0 || model >= Models) throw new ArgumentOutOfRangeException(nameof(model), model, $"Model {model}; expected 0 to {Models - 1}.");
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return LinearRows.Layer(weight[model], bias is null ? zeros([weight.size(1)], dtype: float64) : bias[model]);
    }

    /// <summary>Sums of all models.</summary>
    /// <param name="input">Data [n, in] of a first layer, or [models, in, n].</param>
    /// <returns>[models, out, n].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sums = input.ndim == 2
            ? weight.view(-1, weight.size(2)).mm(input.t()).view(weight.size(0), weight.size(1), input.size(0))
            : weight.bmm(input);
        return (bias is null ? sums : sums.add(bias.unsqueeze(2))).MoveToOuterDisposeScope();
    }

    private static Parameter Own(Tensor values) => (Parameter)new Parameter(values.detach().clone()).DetachFromDisposeScope();

    private static (Tensor Weight, Tensor Bias) Draw(Seed seed, long inputs, long outputs, WeightStart start, ScalarType dtype)
    {
        using var generator = new Generator((ulong)seed.Value);
        var (weight, bias) = (empty([outputs, inputs], dtype: dtype), zeros([outputs], dtype: dtype));
        var bound = Math.Sqrt(start == WeightStart.XavierUniform ? 6.0 / (inputs + outputs) : 1.0 / inputs);
        switch (start)
        {
            case WeightStart.Default:
                weight.uniform_(-bound, bound, generator);
                bias.uniform_(-bound, bound, generator);
                break;
            case WeightStart.XavierUniform: weight.uniform_(-bound, bound, generator); break;
            case WeightStart.XavierNormal: weight.normal_(0, Math.Sqrt(2.0 / (inputs + outputs)), generator); break;
            case WeightStart.KaimingNormal: weight.normal_(0, Math.Sqrt(2.0 / inputs), generator); break;
            default: throw new ArgumentOutOfRangeException(nameof(start), start, "expected a start of the list.");
        }
        return (weight, bias);
    }
}
