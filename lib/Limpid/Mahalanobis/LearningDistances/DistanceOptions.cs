namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>How layers are trained; by default as the author does: Adam with a rate of .001 and decays .9 and .99, all points in each step.</summary>
/// <param name="Epochs">Steps over all points, 0 or more.</param>
public sealed record DistanceOptions(int Epochs)
{
    /// <summary>Losses are noted before each epoch whose number is a multiple of this, and at the end.</summary>
    public int Every { get; init; } = 100;

    /// <summary>Directions that a layer of absolute values has lost are drawn anew each time that many epochs are over, with a fresh optimiser; 0 for never. The last part has no restart behind it.</summary>
    public int RestartEvery { get; init; }

    /// <summary>How they are drawn.</summary>
    public DirectionRestart Restart { get; init; }

    /// <summary>Weight of the penalty <c>sum_{i != j} cos^2(w_i, w_j)</c>.</summary>
    public double Orthogonality { get; init; }

    /// <summary>Epochs before the penalty sets in.</summary>
    public int OrthogonalityAfter { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(RestartEvery);
        ArgumentOutOfRangeException.ThrowIfNegative(OrthogonalityAfter);
        if (!(Orthogonality >= 0) || !double.IsFinite(Orthogonality))
            throw new ArgumentOutOfRangeException(nameof(Orthogonality), Orthogonality, FormattableString.Invariant($"The penalty's weight is {Orthogonality}; expected 0 or larger."));
    }
}
