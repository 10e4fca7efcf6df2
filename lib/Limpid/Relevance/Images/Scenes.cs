using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>Generated scenes with exact masks: a textured background, one of four figures, and dots that say nothing about the class.</summary>
/// <remarks>
/// <para>
/// 64 x 64 pixels, RGB in 0..1. The background mixes a dark colour (channels 0.05 to 0.45) and another, within 0.3 of it in each channel, by three plane waves (length 6 to 24 pixels). The figure has one colour (channels 0.4 to 1), at least 0.45 from the mean of the
/// background's (in RGB); the area of a disc of radius 9 to 14, whatever its class; a random place, wholly inside, and a turn of up to
/// 20 degrees either way. 6 to 12 dots of radius 1.2 to 2.5 keep two pixels off the
/// figure; every other one has its colour, so that colour does not tell where the figure is. Each channel of each pixel gets uniform noise of up to 0.04.
/// </para>
/// <para>The mask holds the pixels whose middle lies in the figure: 6 to 15 % of a scene. All numbers are ours; the paper used photographs with masks drawn by people.</para>
/// </remarks>
public sealed class Scenes : IDisposable
{
    /// <summary>Pixels along an edge.</summary>
    public const int Size = 64;

    private Scenes(ImageSet set, Tensor masks) => (Set, Masks) = (set, masks);

    /// <summary>The classes by number: those of <see cref="SceneShape"/>.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = [.. Enum.GetNames<SceneShape>().Select(name => name.ToLowerInvariant())];

    /// <summary>Pictures [n, 3, 64, 64], float32, with their classes.</summary>
    public ImageSet Set { get; }

    /// <summary>Whether a pixel belongs to the figure [n, 64, 64], bool.</summary>
    public Tensor Masks { get; }

    /// <summary>Number of scenes.</summary>
    public int Count => Set.Count;

    /// <summary>Draws scenes, one from each seed: the same seed gives the same scene on every machine, whatever others are drawn.</summary>
    /// <param name="seeds">A seed for each; its stream <c>scene</c> is used.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    public static Scenes Draw(IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        if (seeds.Count == 0) throw new ArgumentException("There is no seed; expected one for each scene.", nameof(seeds));
        const int Pixels = Size * Size;
        var (colours, masks, classes) = (new float[seeds.Count * 3 * Pixels], new bool[seeds.Count * Pixels], new long[seeds.Count]);
        for (var i = 0; i < seeds.Count; i++)
        {
            var painter = new ScenePainter(seeds[i].Random("scene"));
            painter.Colours(colours.AsSpan(i * 3 * Pixels, 3 * Pixels));
            painter.Mask.CopyTo(masks, i * Pixels);
            classes[i] = (long)painter.Shape;
        }
        using var images = tensor(colours, [seeds.Count, 3, Size, Size]);
        using var labels = tensor(classes);
        return new Scenes(new ImageSet("scenes", images, labels, ClassNames), tensor(masks, [seeds.Count, Size, Size]));
    }

    /// <summary>Draws scenes for training, which no reported seed gives: scene i comes from the stream <c>training i</c> of the seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    public static Scenes ForTraining(int count, Seed seed) => Draw([.. Enumerable.Range(0, count).Select(i => seed.Of(FormattableString.Invariant($"training {i}")))]);

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Set.Dispose();
        Masks.Dispose();
    }

    /// <summary>For example "300 scenes: disc 77, square 70, triangle 80, cross 73; the figure covers 6.2 % of the pixels".</summary>
    public override string ToString()
    {
        using var share = Masks.to(float64).mean();
        return FormattableString.Invariant($"{Count} scenes: {string.Join(", ", ClassNames.Zip(Set.ClassCounts, (name, count) => $"{name} {count}"))}; the figure covers {100 * share.ToDouble():F1} % of the pixels");
    }
}
