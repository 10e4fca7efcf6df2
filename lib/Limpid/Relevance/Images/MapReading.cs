using System.Text.Json.Serialization;

namespace Limpid.Relevance.Images;

/// <summary>What was measured of one method's maps; plain numbers, one per image, so that it can be stored and read back.</summary>
public sealed record MapReading
{
    /// <summary>The method.</summary>
    public required MapMethod Method { get; init; }

    /// <summary>How sparse the input's relevance is.</summary>
    public required MapComplexity Input { get; init; }

    /// <summary>How much of it lies on the figure; null without masks.</summary>
    public MapPlace? Place { get; init; }

    /// <summary>How sparse relevance is at the inputs of the other layers with weights, in the order of execution; of the first images only, and for few methods.</summary>
    public required IReadOnlyList<LayerComplexity> Hidden { get; init; }

    /// <summary>Pixel flipping, where it was asked for.</summary>
    public required IReadOnlyList<MapFaithfulness> Flips { get; init; }

    /// <summary>The Gini index of each image's relevance, mean over the hidden layers.</summary>
    [JsonIgnore]
    public double[] HiddenGini => Hidden.Count == 0 ? [] : [.. Enumerable.Range(0, Hidden[0].Values.Gini.Length).Select(i => Hidden.Average(layer => layer.Values.Gini[i]))];

    /// <summary>Flipping with a filling.</summary>
    /// <param name="filling">Which.</param>
    /// <exception cref="ArgumentException">It was not asked for.</exception>
    public MapFaithfulness Flip(Filling filling) => Flips.FirstOrDefault(flip => flip.Filling == filling)
        ?? throw new ArgumentException($"{Method} was not flipped with {filling}; it was with {(Flips.Count == 0 ? "nothing" : string.Join(", ", Flips.Select(flip => flip.Filling)))}.", nameof(filling));

    internal static MapReading Join(IReadOnlyList<MapReading> parts) => new()
    {
        Method = parts[0].Method,
        Input = MapComplexity.Join([.. parts.Select(part => part.Input)]),
        Place = parts[0].Place is null ? null : MapPlace.Join([.. parts.Select(part => part.Place!)]),
        Hidden = [.. parts[0].Hidden.Select((layer, i) => new LayerComplexity(layer.Layer, MapComplexity.Join([.. parts.Where(part => part.Hidden.Count > 0).Select(part => part.Hidden[i].Values)])))],
        Flips = [.. parts[0].Flips.Select(flip => MapFaithfulness.Join([.. parts.SelectMany(part => part.Flips.Where(other => other.Filling == flip.Filling))]))],
    };
}
