using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Digits;

/// <summary>Networks of one plan, one for each seed, in one tensor per layer.</summary>
public sealed class DigitNetworks : nn.Module<Tensor, Tensor>
{
    private readonly BatchedLinear hidden;
    private readonly BatchedLinear? linear;
    private readonly BatchedOffsetL2? offset;

    /// <summary>Networks as PyTorch starts them (the distances as the author does).</summary>
    /// <param name="plan">Which.</param>
    /// <param name="seeds">One per network; a network does not depend on which others there are.</param>
    /// <param name="pixels">Width of the input.</param>
    /// <param name="units">Hidden units.</param>
    /// <param name="classes">Outputs.</param>
    /// <param name="dtype">float32 if null.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public DigitNetworks(DigitPlan plan, IReadOnlyList<Seed> seeds, int pixels = 784, int units = 128, int classes = 10, ScalarType? dtype = null) : base(nameof(DigitNetworks))
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        hidden = BatchedLinear.Start(seeds, pixels, units, WeightStart.Default, stream: "hidden", dtype: dtype);
        if (plan.Output is DigitOutput.Offset or DigitOutput.OffsetNegated) offset = BatchedOffsetL2.Start(seeds, units, classes, "offset", dtype);
        else linear = BatchedLinear.Start(seeds, units, classes, WeightStart.Default, plan.OutputBias, "scores", dtype);
        RegisterComponents();
    }

    /// <summary>What the networks are.</summary>
    public DigitPlan Plan { get; }

    /// <summary>Number of networks.</summary>
    public int Models => hidden.Models;

    /// <summary>First layers.</summary>
    public BatchedLinear Hidden => hidden;

    /// <summary>Second layers; null where distances stand in their place.</summary>
    public BatchedLinear? Second => linear;

    /// <summary>Outputs [models, classes, n] of images [n, pixels].</summary>
    /// <param name="input">Raw pixels.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var active = Activate(hidden.call(input));
        return (offset is null ? Finish(linear!.call(active)) : Finish(offset.call(active))).MoveToOuterDisposeScope();
    }

    /// <summary>The activation function.</summary>
    /// <param name="sums">Of any shape.</param>
    public Tensor Activate(Tensor sums) => Plan.Absolute ? sums.abs() : sums.relu();

    /// <summary>One network's hidden sums [n, units].</summary>
    /// <param name="images">[n, pixels].</param>
    /// <param name="model">0 to <see cref="Models"/> - 1.</param>
    public Tensor Sums(Tensor images, int model)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return hidden.Bias![model].addmm(images, hidden.Weight[model].t()).MoveToOuterDisposeScope();
    }

    /// <summary>One network's outputs before their activation and negation: second sums or distances [n, classes].</summary>
    /// <param name="activations">[n, units].</param>
    /// <param name="model">0 to <see cref="Models"/> - 1.</param>
    public Tensor Scores(Tensor activations, int model)
    {
        ArgumentNullException.ThrowIfNull(activations);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        if (offset is not null) return offset.Of(activations, model).MoveToOuterDisposeScope();
        var sums = activations.mm(linear!.Weight[model].t());
        return (linear.Bias is { } bias ? sums.add(bias[model]) : sums).MoveToOuterDisposeScope();
    }

    /// <summary>What the plan makes of second sums or distances.</summary>
    /// <param name="scores">Of any shape.</param>
    public Tensor Finish(Tensor scores) => Plan.Output switch
    {
        DigitOutput.Activated => Activate(scores),
        DigitOutput.Negated => Activate(scores).neg(),
        DigitOutput.OffsetNegated => scores.neg(),
        _ => scores,
    };
}
