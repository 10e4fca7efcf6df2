using Limpid.Graphs;
using Limpid.Margin.Images;
using TorchSharp;
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
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        if (image.ndim != 3 || masks.ndim != 3 || !image.shape[1..].SequenceEqual(masks.shape[1..]))
            throw new ArgumentException($"The image has shape [{string.Join(", ", image.shape)}], the masks [{string.Join(", ", masks.shape)}]; expected [channels, H, W] and [n, H, W].", nameof(masks));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var shown = masks.detach().to(float64);
        if (shown.lt(0).any().ToBoolean() || !shown.le(1).all().ToBoolean()) throw new ArgumentException("A mask has a value outside 0 to 1; expected 0 where it hides, 1 where it shows.", nameof(masks));
        var own = model(image.detach().unsqueeze(0)).argmax(1).ToInt64();
        var (responses, same) = (new List<Tensor>(), new List<Tensor>());
        for (long first = 0; first < masks.size(0); first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var copies = ImageMasks.Masked(image.detach(), masks.detach().narrow(0, first, Math.Min(batch, masks.size(0) - first)), fill);
            var scores = model(copies);
            same.Add(scores.argmax(1).eq(own));
            responses.Add(response?.Invoke(copies) ?? scores.softmax(1));
        }
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(cat(responses), k, cancellation));
        var size = shown.flatten(1).mean([1]);
        var result = (influence ?? Margin.Influence.RandomWalk()).Of(graph, size);
        var kept = cat(same).cpu().to(float64);
        var (weights, columns) = (tensor(result.Scores.ToArray()) * kept, shown.cpu().flatten(1));
        var (sum, cover) = (weights.unsqueeze(0).mm(columns), kept.unsqueeze(0).mm(columns));
        var values = where(cover.gt(0), sum / cover.clamp_min(1e-300), zeros_like(sum)).data<double>().ToArray();
        var map = new double[image.size(1), image.size(2)];
        Buffer.BlockCopy(values, 0, map, 0, values.Length * sizeof(double));
        return new(map, result, (int)kept.sum().ToDouble());
    }
}
