using Limpid.Margin.Images;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>The task of explaining one prediction: which parts of an image carry it.</summary>
/// <remarks>
/// <para>
/// Vertices are masked copies of the image, edges join copies to which the model responds alike, the signal is the size of what a copy shows: a good explanation is small and still has the
/// image's class. The map of a pixel is <c>sum_m score_m mask_m / sum_m mask_m</c> over the copies that the model gives the image's own class; 0 where no such copy shows it.
/// </para>
/// <para>That images are explained by this method is known; everything about how is recalled or inferred: protocol ours.</para>
/// </remarks>
/// <param name="Map">[H, W].</param>
/// <param name="Influence">The scores of the copies.</param>
/// <param name="Kept">How many copies have the image's class.</param>
public sealed record Saliency(double[,] Map, InfluenceScores Influence, int Kept)
{
    /// <summary>Poses the task.</summary>
    /// <param name="image">[channels, H, W], floating point; left as it is.</param>
    /// <param name="masks">[n, H, W], see <see cref="ImageMasks"/>; values 0 to 1.</param>
    /// <param name="model">From a batch of images to scores of classes [n, classes]; called without gradients.</param>
    /// <param name="response">From a batch of images to what neighbours are found by [n, d]; the softmax of the model's scores if null.</param>
    /// <param name="fill">What stands where a mask is 0.</param>
    /// <param name="k">Number of neighbours.</param>
    /// <param name="influence">The filter; one hop of the random walk if null.</param>
    /// <param name="batch">Copies at once.</param>
    /// <param name="cancellation">Ends the work between two batches.</param>
    /// <exception cref="ArgumentException">Image, masks and model don't fit each other, or a response isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Saliency Of(
        Tensor image, Tensor masks, Func<Tensor, Tensor> model, Func<Tensor, Tensor>? response = null, double fill = 0, int k = 20, Influence? influence = null, int batch = 64,
        CancellationToken cancellation = default)
    {
        using var copies = MaskedCopies.Of(image, masks, model, response, fill, batch, cancellation);
        return Of(copies, k, influence, cancellation);
    }

    /// <summary>Poses the task of copies that the model has read.</summary>
    /// <param name="copies">The copies.</param>
    /// <param name="k">Number of neighbours.</param>
    /// <param name="influence">The filter; one hop of the random walk if null.</param>
    /// <param name="cancellation">Ends the search for neighbours.</param>
    /// <exception cref="ArgumentException">A response isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public static Saliency Of(MaskedCopies copies, int k = 20, Influence? influence = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(copies);
        var result = (influence ?? Margin.Influence.RandomWalk()).Of(copies.Neighbours(k, cancellation), copies.Sizes.ToArray());
        return new(copies.Map([.. result.Scores.Zip(copies.Kept, (score, kept) => score * kept)], copies.Kept), result, (int)copies.Kept.Sum());
    }
}
