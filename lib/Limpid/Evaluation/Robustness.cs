using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>How much a relevance map changes when the input changes a little.</summary>
/// <remarks>
/// <para>
/// For each of several draws of delta, uniform in [-radius, radius] for every entry, the change is ||a(x + delta) - a(x)|| / ||a(x)|| with the norm over all entries of the map
/// (Frobenius). If both maps are zero nothing changed: 0. If only a(x) is, the change is infinite.
/// </para>
/// <para>
/// The explainer gets a batch of inputs and their classes and returns their maps; it sees copies, in the caller's gradient mode. A map must not depend on the other
/// samples of the batch, and the model behind it should be in evaluation mode.
/// </para>
/// </remarks>
public static class Robustness
{
    /// <summary>The change of each sample's map under each draw.</summary>
    /// <param name="explain">From inputs [B, ...] and targets [B] to relevance [B, ...].</param>
    /// <param name="inputs">Inputs [N, ...] of a floating type.</param>
    /// <param name="targets">The class of each sample [N], integers.</param>
    /// <param name="radius">The largest change of an entry, above 0.</param>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="seed">The draws come from it; each sample has its own stream.</param>
    /// <param name="batchSize">Inputs explained at a time, at least 1.</param>
    /// <returns>[N, draws], float64.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, the inputs are integers, or a map is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Tensor RelativeChanges(
        Func<Tensor, Tensor, Tensor> explain, Tensor inputs, Tensor targets, double radius, int draws = 10, Seed seed = default, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(explain);
        if (!(radius > 0 && double.IsFinite(radius))) throw new ArgumentOutOfRangeException(nameof(radius), radius, "Expected a finite number above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        using var scope = NewDisposeScope();
        var classes = Targets.Of(targets, inputs);
        if (!inputs.is_floating_point()) throw new ArgumentException($"{nameof(inputs)} has type {inputs.dtype}; expected a floating type.", nameof(inputs));
        var maps = Explanations.Of(explain, inputs, classes, batchSize);
        var size = maps.square().sum(1).sqrt();
        var changes = new List<Tensor>();
        for (var draw = 0; draw < draws; draw++)
        {
            using var one = NewDisposeScope();
            var moved = Moved(inputs, radius, seed.Of(FormattableString.Invariant($"draw {draw}")));
            var change = Explanations.Of(explain, moved, classes, batchSize, maps).sub(maps).square().sum(1).sqrt();
            changes.Add(change.div(size).masked_fill(change.eq(0), 0).MoveToOuterDisposeScope());
        }
        return stack(changes, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Average sensitivity (Bhatt et al. 2020, after Yeh et al. 2019): the mean of <see cref="RelativeChanges"/> over the draws.</summary>
    /// <inheritdoc cref="RelativeChanges"/>
    /// <returns>[N], float64.</returns>
    public static Tensor AverageSensitivity(
        Func<Tensor, Tensor, Tensor> explain, Tensor inputs, Tensor targets, double radius, int draws = 10, Seed seed = default, int batchSize = 64)
    {
        using var changes = RelativeChanges(explain, inputs, targets, radius, draws, seed, batchSize);
        return changes.mean([1]);
    }

    /// <summary>Max sensitivity (Yeh et al. 2019): the largest of <see cref="RelativeChanges"/> over the draws.</summary>
    /// <inheritdoc cref="RelativeChanges"/>
    /// <returns>[N], float64.</returns>
    public static Tensor MaxSensitivity(
        Func<Tensor, Tensor, Tensor> explain, Tensor inputs, Tensor targets, double radius, int draws = 10, Seed seed = default, int batchSize = 64)
    {
        using var changes = RelativeChanges(explain, inputs, targets, radius, draws, seed, batchSize);
        return changes.amax([1]);
    }

    private static Tensor Moved(Tensor inputs, double radius, Seed seed)
    {
        var samples = inputs.size(0);
        var moves = RowDraws.Uniform(seed, 0, samples, inputs.numel() / samples, -radius, radius).reshape(inputs.shape).to(inputs.device);
        return inputs.detach().to(float64).add(moves).to(inputs.dtype);
    }
}
