using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>How much of a digit's top neurons lies in the region of another class, when it is read right and when it is read as that class.</summary>
/// <param name="ReadRight">Mean share over the images read right; <see cref="ByChance"/> without any.</param>
/// <param name="Misread">Mean share over the images read as the other class; <see cref="ReadRight"/> without any, a tie in a comparison.</param>
/// <param name="MisreadImages">How many were read as the other class.</param>
/// <param name="ByChance">The region's share of all neurons: what top neurons at random places would give.</param>
public sealed record RegionShare(double ReadRight, double Misread, int MisreadImages, double ByChance)
{
    /// <summary>Measures the share.</summary>
    /// <param name="reading">A reading.</param>
    /// <param name="segmentation">The regions.</param>
    /// <param name="digit">True class.</param>
    /// <param name="other">The class whose region is looked at.</param>
    public static RegionShare Of(GridReading reading, Segmentation segmentation, int digit, int other)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(segmentation);
        using var mask = TopNeurons.Mask(reading.Activations);
        var (top, neurons) = (mask.data<bool>().ToArray(), segmentation.Owners.Count);
        double Share(int i)
        {
            var marked = Enumerable.Range(0, neurons).Where(v => top[i * neurons + v]).ToArray();
            return marked.Length == 0 ? 0 : marked.Count(v => segmentation.Owners[v] == other) / (double)marked.Length;
        }

        var images = Enumerable.Range(0, reading.Labels.Count).Where(i => reading.Labels[i] == digit).ToLookup(i => reading.Predictions[i]);
        double Mean(int readAs, double without) => images[readAs].Select(Share).DefaultIfEmpty(without).Average();
        var chance = segmentation.NeuronsPerClass[other] / (double)neurons;
        var right = Mean(digit, chance);
        return new RegionShare(right, Mean(other, right), images[other].Count(), chance);
    }
}
