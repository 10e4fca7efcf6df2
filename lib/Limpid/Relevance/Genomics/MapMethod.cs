namespace Limpid.Relevance.Genomics;

/// <summary>A way to make a relevance map of a sequence.</summary>
/// <param name="Kind">How it is made sparse.</param>
/// <param name="Share">p+, of which p- is half; 0 for plain LRP. For <see cref="MapKind.Top"/> and <see cref="MapKind.Random"/> that of the <see cref="MapKind.LambdaAll"/> map whose number of values they keep.</param>
public sealed record MapMethod(MapKind Kind, double Share)
{
    /// <summary>Plain LRP.</summary>
    public static MapMethod Plain { get; } = new(MapKind.Plain, 0);

    /// <summary>All kinds at one share, plain LRP first.</summary>
    /// <param name="share">p+.</param>
    public static IReadOnlyList<MapMethod> At(double share) => [.. Enum.GetValues<MapKind>().Select(kind => new MapMethod(kind, kind == MapKind.Plain ? 0 : share))];

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
        _ => "random cut of LRP",
    };

    /// <summary>For example "PLRP-λ, p = 0.25".</summary>
    public override string ToString() => Kind == MapKind.Plain ? KindName : FormattableString.Invariant($"{KindName}, p = {Share}");
}
