using Limpid.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>Where a map lies and what the model loses without it.</summary>
internal static class MapMeasure
{
    /// <summary>Share of the map's positive part in the mask, whether its largest entry is there, area under the ROC curve.</summary>
    internal static (double Energy, double Pointing, double Area) Place(double[,] map, Tensor mask)
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (tensor(map).unsqueeze(0), mask.detach().cpu().unsqueeze(0));
        // A map without anything has no energy anywhere: what chance has, like any constant map.
        var energy = Localisation.MassAccuracy(maps, masks)[0].ToDouble();
        return (double.IsNaN(energy) ? masks.to(float64).mean().ToDouble() : energy, Localisation.PointingGame(maps, masks, RelevancePart.Signed)[0].ToDouble(),
            Localisation.RocAuc(maps, masks, RelevancePart.Signed)[0].ToDouble());
    }

    /// <summary>The probability of the image's class while blocks are deleted, the most important first; and while they are inserted into nothing, in the same order.</summary>
    internal static (FlippingCurve Deletion, FlippingCurve Insertion) Curves(ExplainedImage image, double[,] map, double fill, ExplanationSettings settings, Reproduction.Seed seed)
    {
        using var scope = NewDisposeScope();
        var inputs = image.Image.detach().unsqueeze(0);
        var own = image.Model(inputs).argmax(1);
        var options = new FlippingOptions
        {
            Unit = FlippingUnit.Patch(settings.Block), UnitsPerStep = settings.BlocksPerStep, Replacement = Replacement.Constant(fill), Seed = seed, BatchSize = settings.Batch,
        };
        FlippingCurve Curve(FlippingOrder order) => Faithfulness.PixelFlipping(images => image.Model(images).softmax(1), inputs, own, tensor(map).unsqueeze(0), order, options);
        // Who deletes the least important first and reads the curve backwards inserts the most important first.
        return (Curve(FlippingOrder.MostRelevantFirst), Curve(FlippingOrder.LeastRelevantFirst));
    }

    /// <summary>
    /// The map's blocks in whole percent. A map without negative values goes from its smallest (0) to its largest (100), since some maps hardly vary; one with both signs is divided by its
    /// largest absolute value.
    /// </summary>
    internal static sbyte[] Percent(double[,] map, int side)
    {
        using var scope = NewDisposeScope();
        using var pool = nn.AdaptiveAvgPool2d(side);
        var blocks = pool.call(tensor(map).unsqueeze(0)).flatten();
        if (blocks.min().ToDouble() is >= 0 and var least) blocks = blocks - least;
        var largest = blocks.abs().max().ToDouble();
        return [.. blocks.data<double>().ToArray().Select(value => (sbyte)(largest > 0 ? Math.Round(100 * value / largest) : 0))];
    }
}
