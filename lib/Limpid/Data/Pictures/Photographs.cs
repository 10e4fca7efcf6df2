using System.Collections.Immutable;
using System.Text.Json;

namespace Limpid.Data.Pictures;

/// <summary>Three photographs in the public domain with hand-drawn outlines: an astronaut (person), Chelsea (cat), coffee (cup).</summary>
/// <remarks>
/// The person is outlined with the suit and its collar, without the helmet in front of her; the cat with the part of its body that can be told from the blur behind;
/// the cup with its handle, without saucer and spoon. The outlines stand in <c>datasets/photographs.json</c>.
/// </remarks>
public static class Photographs
{
    private const string Outlined = "photographs.json";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["astronaut", "chelsea", "coffee"];

    /// <summary>All of them, in the order of <see cref="Names"/>.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">One can't be had, stored or read.</exception>
    public static IReadOnlyList<Photograph> Load(DataStore? store = null) => [.. Names.Select(name => Load(name, store))];

    /// <summary>One of them; fetched on first use, checked on every use.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="ArgumentException">There is no such photograph.</exception>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static Photograph Load(string name, DataStore? store = null)
    {
        if (!Names.Contains(name))
            throw new ArgumentException($"There is no photograph '{name}'; expected {string.Join(", ", Names)}.", nameof(name));
        store ??= DataStore.Default;
        (string thing, ImmutableArray<ImmutableArray<(double, double)>> outlines) = ReadOutlines(Path.Combine(store.Catalog.Folder, Outlined), name);
        return new Photograph(name, thing, PngReader.Read(store.Read("photographs", $"{name}.png", new FetchNotice())).ToColour(), outlines);
    }

    private static (string Object, ImmutableArray<ImmutableArray<(double X, double Y)>> Outlines) ReadOutlines(string path, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement entry = document.RootElement.GetProperty(name);
            return (entry.GetProperty("object").GetString()!,
                [.. entry.GetProperty("outlines").EnumerateArray().Select(outline => outline.EnumerateArray().Select(corner => (corner[0].GetDouble(), corner[1].GetDouble())).ToImmutableArray())]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DataManifestException($"The outlines '{path}' can't be read: {e.Message}", e);
        }
    }
}
