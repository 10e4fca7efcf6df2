using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Inputs some of whose units are replaced, and the model's scores of them.</summary>
internal sealed class Perturbation
{
    private readonly Tensor inputs, background, unitOf, targets;
    private readonly ClassScores scores;

    /// <summary>Lives in the dispose scope around it.</summary>
    internal Perturbation(Func<Tensor, Tensor> model, Tensor inputs, Tensor targets, FlippingOptions options)
    {
        this.targets = Targets.Of(targets, inputs);
        scores = new ClassScores(model, this.targets);
        this.inputs = inputs.detach();
        unitOf = tensor(options.Unit.Of(inputs.shape).UnitOf, device: inputs.device);
        background = options.Replacement.For(this.inputs, options.Seed);
    }

    /// <summary>The scores of copies of samples.</summary>
    /// <param name="samples">Which sample each copy is of.</param>
    /// <param name="flipped">[B, units], boolean: what is replaced.</param>
    internal double[] Scores(long[] samples, Tensor flipped)
    {
        using var scope = NewDisposeScope();
        var index = tensor(samples, device: inputs.device);
        var copies = inputs.index_select(0, index);
        var mixed = where(flipped.index_select(1, unitOf).reshape(copies.shape), background.index_select(0, index), copies);
        return scores.Of(mixed, targets.index_select(0, index));
    }
}
