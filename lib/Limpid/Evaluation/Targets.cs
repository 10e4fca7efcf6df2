using static TorchSharp.torch;

namespace Limpid.Evaluation;

internal static class Targets
{
    /// <summary>Checks classes [N] for inputs [N, ...] and gives them as int64 on the device of the inputs.</summary>
    internal static Tensor Of(Tensor targets, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        var (shape, of) = (targets.shape, inputs.shape);
        if (of.Length < 2 || of.Any(size => size == 0))
            throw new ArgumentException($"{nameof(inputs)} has shape {RelevanceRows.Text(of)}; expected [N, ...]: at least one sample with at least one entry.", nameof(inputs));
        if (shape.Length != 1 || shape[0] != of[0] || targets.is_floating_point() || targets.dtype == ScalarType.Bool)
            throw new ArgumentException(
                $"{nameof(targets)} has shape {RelevanceRows.Text(shape)} and type {targets.dtype}; expected integers of shape [{of[0]}], a class for each sample.", nameof(targets));
        using var scope = NewDisposeScope();
        var classes = targets.detach().to(int64).to(inputs.device);
        var least = classes.min().item<long>();
        if (least < 0)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(targets)} holds {least}; expected classes from 0 up."), nameof(targets));
        return classes.MoveToOuterDisposeScope();
    }
}
