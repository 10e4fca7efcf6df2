using Limpid.Display;
using Limpid.Evaluation;
using Limpid.Margin.Baselines;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>Explains images by MARGIN and by others, with the same copies where both use copies, and measures all maps alike.</summary>
/// <remarks>Where nothing is shown stands the image's mean value, one number for all channels; also in deletion and insertion.</remarks>
/// <param name="name">Of the study: letters, digits, '-'.</param>
/// <param name="settings">Copies and curves.</param>
/// <param name="rivals">Other methods, or none.</param>
public sealed class ImageStudy(string name, ExplanationSettings settings, IReadOnlyList<RivalMap> rivals)
{
    /// <summary>Makes and measures all maps.</summary>
    /// <param name="images">The images, their names unique.</param>
    /// <param name="seeds">One for each image: subsets, random map, order of ties.</param>
    /// <param name="replicates">Keeps each finished image, or null.</param>
    /// <param name="cancel">Ends the work between two batches.</param>
    /// <exception cref="ArgumentException">There are not as many seeds as images.</exception>
    public IReadOnlyList<ExplainedReadings> Run(IReadOnlyList<ExplainedImage> images, IReadOnlyList<Seed> seeds, Experiment? replicates = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(seeds);
        if (images.Count != seeds.Count) throw new ArgumentException($"There are {images.Count} images and {seeds.Count} seeds; expected as many.", nameof(seeds));
        return [.. Progress.Track([.. Enumerable.Range(0, images.Count)], $"maps, {name}")
            .Select(i => replicates.Replicate($"{name}-{images[i].Name}", seeds[i], seed => One(images[i], seed, keep: i < settings.Shown, cancel)))];
    }

    private ExplainedReadings One(ExplainedImage image, Seed seed, bool keep, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var picture = image.Image.detach();
        var (height, width) = ((int)picture.size(1), (int)picture.size(2));
        var fill = picture.mean().ToDouble();
        var scores = image.Model(picture.unsqueeze(0)).softmax(1);
        var empty = image.Model(full_like(picture, fill).unsqueeze(0)).argmax(1);
        using var copies = new ImageCopies(picture, settings, seed);
        var (maps, facts) = (new List<ExplanationReading>(), new List<CopyFacts>());
        void Add(string method, int passes, double[,] map, bool curves = true)
        {
            var reading = Placed(image, method, passes, map, keep && curves);
            maps.Add(curves && settings.Curves ? Curved(reading, image, map, fill, seed) : reading);
        }
        foreach (var kind in Enum.GetValues<CopyKind>())
        {
            var (read, neighbours) = copies.Read(kind, picture, image.Model, image.Response, fill, cancel);
            using var owned = read;
            facts.Add(CopyFacts.Of(kind, read, Influence.RandomWalk(settings.Hops).Of(neighbours, read.Sizes.ToArray())));
            Add(kind == CopyKind.Sparse ? MapNames.Sparse : MapNames.Dense, read.Count + 1, new CopyMap(kind).Of(read, neighbours, settings.Hops, seed));
            if (kind == CopyKind.Sparse) Add(MapNames.Lime, read.Count + 1, LimeSaliency.Of(copies.Division, copies.Subsets, read.Probabilities));
            foreach (var map in CopyMap.Ablations(kind)) Add(map.Name, read.Count + 1, map.Of(read, neighbours, settings.Hops, seed), curves: false);
            if (image.Untrained is null) continue;
            var (before, theirs) = copies.Read(kind, picture, image.Untrained, null, fill, cancel);
            using var also = before;
            Add(kind == CopyKind.Sparse ? MapNames.UntrainedSparse : MapNames.UntrainedDense, before.Count + 1, new CopyMap(kind).Of(before, theirs, settings.Hops, seed));
        }
        foreach (var rival in rivals)
        {
            cancel.ThrowIfCancellationRequested();
            using var on = enable_grad();
            Add(rival.Name, rival.Passes, ControlMap.ToArray(rival.Map(picture.unsqueeze(0)), height, width));
        }
        Add(MapNames.Random, 0, ControlMap.Noise(height, width, settings.Block, seed.Random("random map")));
        Add(MapNames.Centre, 0, ControlMap.Centre(height, width));
        Add(MapNames.Brightness, 0, ControlMap.Brightness(picture));
        var own = scores.argmax(1);
        return new(image.Name, image.Class, scores.max().ToDouble(), empty.eq(own).ToBoolean(), fill, facts, maps, Fractions(height, width));
    }

    private ExplanationReading Placed(ExplainedImage image, string method, int passes, double[,] map, bool keep)
    {
        var (area, place) = (double.NaN, (Energy: double.NaN, Pointing: double.NaN, Area: double.NaN));
        if (image.Mask is not null)
        {
            using var share = image.Mask.to(float64).mean();
            (area, place) = (share.ToDouble(), MapMeasure.Place(map, image.Mask));
        }
        return new(image.Name, method, passes, area, place.Energy, place.Pointing, place.Area, [], [], double.NaN, double.NaN, keep ? MapMeasure.Percent(map, settings.ShownSide) : []);
    }

    private ExplanationReading Curved(ExplanationReading reading, ExplainedImage image, double[,] map, double fill, Seed seed)
    {
        var (deletion, insertion) = MapMeasure.Curves(image, map, fill, settings, seed);
        return reading.With(deletion, insertion);
    }

    private double[] Fractions(int height, int width)
    {
        var blocks = (height + settings.Block - 1) / settings.Block * ((width + settings.Block - 1) / settings.Block);
        return [.. Enumerable.Range(0, (blocks + settings.BlocksPerStep - 1) / settings.BlocksPerStep).Select(step => (double)step * settings.BlocksPerStep / blocks), 1];
    }
}
