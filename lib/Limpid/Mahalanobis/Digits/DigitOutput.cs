namespace Limpid.Mahalanobis.Digits;

/// <summary>What a digit network makes of its second layer.</summary>
public enum DigitOutput
{
    /// <summary>The sums as they are: intensities of any sign.</summary>
    Plain,

    /// <summary>The activation function once more: an intensity that is never negative.</summary>
    Activated,

    /// <summary>The activation function, then negated: a distance, 0 the best match.</summary>
    Negated,

    /// <summary>Distances to ten learned points, taken as intensities.</summary>
    Offset,

    /// <summary>Distances to ten learned points, negated.</summary>
    OffsetNegated,
}
