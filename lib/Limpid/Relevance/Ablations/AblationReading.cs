namespace Limpid.Relevance.Ablations;

/// <summary>What was measured of one variant's maps; one number per image.</summary>
/// <param name="Family">The family of rules.</param>
/// <param name="Name">The variant, or a control of it.</param>
/// <param name="Gini">Gini index of |relevance|.</param>
/// <param name="NonZero">Share of entries that are not 0.</param>
/// <param name="Mass">Relevance mass accuracy of the positive part; empty without masks.</param>
/// <param name="Abpc">Area between the flipping curves, of the first images; empty where nothing was flipped.</param>
public sealed record AblationReading(string Family, string Name, double[] Gini, double[] NonZero, double[] Mass, double[] Abpc)
{
    internal static AblationReading Join(IReadOnlyList<AblationReading> parts) => new(
        parts[0].Family, parts[0].Name, [.. parts.SelectMany(part => part.Gini)], [.. parts.SelectMany(part => part.NonZero)],
        [.. parts.SelectMany(part => part.Mass)], [.. parts.SelectMany(part => part.Abpc)]);
}
