namespace Limpid.Relevance.Genomics;

/// <summary>A way to make a relevance map of a sequence.</summary>
/// <param name="Kind">How it is made sparse.</param>
/// <param name="Share">p+, of which p- is half; 0 for plain LRP. For the kinds that keep as many values as another leaves, that of the other.</param>
public sealed record MapMethod(MapKind Kind, double Share)
{
    /// <summary>Plain LRP.</summary>
    public static MapMethod Plain { get; } = new(MapKind.Plain, 0);

    /// <summary>Plain LRP once, and every other kind at several shares.</summary>
    /// <param name="shares">The shares p+; 0 is plain LRP and left out.</param>
    public static IReadOnlyList<MapMethod> All(IReadOnlyList<double> shares) =>
        [Plain, .. Enum.GetValues<MapKind>().Where(kind => kind != MapKind.Plain).SelectMany(kind => shares.Where(share => share > 0).Select(share => new MapMethod(kind, share)))];

    /// <summary>For charts: without the share.</summary>
    public string KindName => Kind switch
    {
        MapKind.Plain => "LRP",
        MapKind.Lambda => "PLRP-λ",
        MapKind.LambdaAll => "PLRP-λ, first layer too",
        MapKind.Matrix => "PLRP-M",
        MapKind.Threshold => "post-hoc threshold",
        MapKind.Top => "top-k of LRP",
        MapKind.Random => "random cut of LRP",
        MapKind.TopAll => "top-k of LRP, first layer too",
        _ => "random cut of LRP, first layer too",
    };

    /// <summary>For example "PLRP-λ, p = 0.25".</summary>
    public override string ToString() => Kind == MapKind.Plain ? KindName : FormattableString.Invariant($"{KindName}, p = {Share}");
}
