namespace Limpid.Mahalanobis.Reading;

/// <summary>The limits of a reading.</summary>
public sealed record ReadingOptions
{
    /// <summary>When a neuron is coherent.</summary>
    public CoherenceRule Coherence { get; init; } = CoherenceRule.ZOffset;

    /// <summary>A neuron is collapsed if <c>|w| sqrt(lambda_max)</c>, the most that its pre-activation can vary, is below this ...</summary>
    public double CollapsedSpread { get; init; } = 0.1;

    /// <summary>... and its hyperplane lies more than this many times sqrt(lambda_max) off the mean.</summary>
    public double CollapsedOffset { get; init; } = 3;

    /// <summary>Eigenvalues of W Sigma W' below this part of their mean count as lost directions.</summary>
    public double LostDirection { get; init; } = 0.01;

    /// <summary>Two rows are mirrored if their cosine is below this.</summary>
    public double Mirrored { get; init; } = -0.999;
}
