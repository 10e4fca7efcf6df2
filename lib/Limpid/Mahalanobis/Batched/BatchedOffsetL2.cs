using Limpid.Mahalanobis.Layers;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Batched;

/// <summary>The same <see cref="OffsetL2"/> layer of many models at once, in the form of the authors' code: <c>y_i = sqrt(max(sum_j alpha_ij (x_j - mu_ij)^2, 1e-12))</c>.</summary>
/// <remarks>The square is multiplied out, <c>alpha x^2 - 2 (alpha mu) x + alpha mu^2</c>, so that it costs two products and no tensor [models, out, in, n]. State: <c>centres</c> and <c>weights</c> [models, out, in].</remarks>
public sealed class BatchedOffsetL2 : nn.Module<Tensor, Tensor>
{
    private const double Least = 1e-12;

    private readonly Parameter centres, weights;

    private BatchedOffsetL2(Tensor centres, Tensor weights) : base(nameof(BatchedOffsetL2))
    {
        this.centres = (Parameter)new Parameter(centres).DetachFromDisposeScope();
        this.weights = (Parameter)new Parameter(weights).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>Layers as the authors start them, model i from its own seed: centres normal with standard deviation 0.1, weights 1.</summary>
    /// <param name="seeds">One per model, at least one.</param>
    /// <param name="inputs">At least 1.</param>
    /// <param name="outputs">At least 1.</param>
    /// <param name="stream">Name of the layer.</param>
    /// <param name="dtype">float32 if null.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public static BatchedOffsetL2 Start(IReadOnlyList<Seed> seeds, long inputs, long outputs, string stream = "layer", ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Count == 0) throw new ArgumentException("There is no seed; expected one per model.", nameof(seeds));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var centres = stack([.. seeds.Select(seed =>
        {
            using var one = new OffsetL2(inputs, outputs, seed.Of(stream), OffsetForm.Code, dtype);
            return one.Centres.detach().clone();
        })], 0);
        return new(centres, ones_like(centres));
    }

    /// <summary>One model's layer as one of its own, of the same type.</summary>
    /// <param name="model">0 to the number of models - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such model.</exception>
    public OffsetL2 Layer(int model)
    {
        if (model < 0 || model >= weights.size(0)) throw new ArgumentOutOfRangeException(nameof(model), model, $"Model {model}; expected 0 to {weights.size(0) - 1}.");
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return OffsetL2.From(centres[model], weights[model], OffsetForm.Code);
    }

    /// <summary>One model's distances, computed as in <see cref="forward"/>.</summary>
    /// <param name="input">[n, in].</param>
    /// <param name="model">0 to the number of models - 1.</param>
    /// <returns>[n, out].</returns>
    public Tensor Of(Tensor input, int model)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (weight, weighted) = (weights[model], weights[model].mul(centres[model]));
        var squares = input.square().mm(weight.t()).sub(input.mm(weighted.t()).mul(2)).add(weighted.mul(centres[model]).sum(1));
        return squares.clamp_min(Least).sqrt().MoveToOuterDisposeScope();
    }

    /// <summary>Distances of all models.</summary>
    /// <param name="input">[models, in, n].</param>
    /// <returns>[models, out, n].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var weighted = weights.mul(centres);
        var squares = weights.bmm(input.square()).sub(weighted.bmm(input).mul(2)).add(weighted.mul(centres).sum(2).unsqueeze(2));
        return squares.clamp_min(Least).sqrt().MoveToOuterDisposeScope();
    }
}
