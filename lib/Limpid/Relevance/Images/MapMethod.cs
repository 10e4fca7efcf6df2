using System.Text.Json.Serialization;

namespace Limpid.Relevance.Images;

/// <summary>One way to a relevance map.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Share">p+, with p- = p+/2; for a control, that of the PLRP-lambda whose number of non-zeros it takes; 0 for LRP.</param>
public sealed record MapMethod(MapKind Kind, double Share = 0)
{
    /// <summary>LRP.</summary>
    public static MapMethod Plain { get; } = new(MapKind.Plain);

    /// <summary>For example "PLRP-lambda .25".</summary>
    [JsonIgnore]
    public string Name => Kind switch
    {
        MapKind.Plain => "LRP",
        MapKind.Lambda => FormattableString.Invariant($"PLRP-lambda {Share:.##}"),
        MapKind.Matrix => FormattableString.Invariant($"PLRP-M {Share:.##}"),
        MapKind.Threshold => FormattableString.Invariant($"threshold {Share:.##}"),
        MapKind.Top => FormattableString.Invariant($"top-k {Share:.##}"),
        _ => FormattableString.Invariant($"random cut {Share:.##}"),
    };

    /// <summary>PLRP-lambda.</summary>
    /// <param name="share">p+.</param>
    public static MapMethod Lambda(double share) => new(MapKind.Lambda, share);

    /// <summary>PLRP-M.</summary>
    /// <param name="share">p+.</param>
    public static MapMethod Matrix(double share) => new(MapKind.Matrix, share);

    /// <summary>The three controls with as many non-zeros as PLRP-lambda has.</summary>
    /// <param name="share">p+ of that PLRP-lambda.</param>
    public static IReadOnlyList<MapMethod> Controls(double share) => [new(MapKind.Threshold, share), new(MapKind.Top, share), new(MapKind.Random, share)];

    /// <summary>What is cut on the way; null for LRP.</summary>
    /// <exception cref="ArgumentException">The method is a control, which cuts a finished map.</exception>
    internal Pruning? Pruning() => Kind switch
    {
        MapKind.Plain => null,
        MapKind.Lambda => Relevance.Pruning.Lambda(Share),
        MapKind.Matrix => Relevance.Pruning.Matrix(Share),
        _ => throw new ArgumentException($"The method is {Name}; expected LRP, PLRP-lambda or PLRP-M."),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
