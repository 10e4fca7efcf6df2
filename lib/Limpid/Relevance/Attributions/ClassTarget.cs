using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Whose score is explained: the largest of each sample (<c>default</c>), one class for all, or one class per sample. A number and a tensor convert to it.</summary>
public readonly struct ClassTarget
{
    private readonly long? one;
    private readonly Tensor? each;

    private ClassTarget(long? one, Tensor? each) => (this.one, this.each) = (one, each);

    /// <summary>The class with the largest score of each sample at its own input; of equal ones the first.</summary>
    public static ClassTarget Largest => default;

    /// <summary>The same class for every sample; 0 for a model with one output.</summary>
    /// <param name="target">From 0.</param>
    public static implicit operator ClassTarget(long target) => new(target, null);

    /// <summary>One class per sample.</summary>
    /// <param name="targets">int64 [N].</param>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    public static implicit operator ClassTarget(Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new(null, targets);
    }

    /// <summary>The classes of a batch: int64 [B].</summary>
    /// <param name="scores">Its scores [B, C].</param>
    /// <param name="start">The place of its first sample.</param>
    /// <param name="input">All samples.</param>
    internal Tensor Of(Tensor scores, long start, Tensor input) =>
        (each is { } targets ? OutputStart.Classes(scores, targets, start, input) : one is { } target ? OutputStart.Class(scores, target) : OutputStart.Largest(scores)).Target;
}
