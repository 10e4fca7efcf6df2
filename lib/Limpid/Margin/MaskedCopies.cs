using Limpid.Graphs;
using Limpid.Margin.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>Masked copies of one image, read once by a model: the vertices of <see cref="Saliency"/>, of which maps are made without asking the model again.</summary>
/// <remarks>It keeps the masks it was given, which must live as long as it; it owns the responses, which <see cref="Dispose"/> frees.</remarks>
public sealed class MaskedCopies : IDisposable
{
    private readonly Tensor masks, responses;

    private MaskedCopies(Tensor masks, Tensor responses, int ownClass, double[] sizes, double[] kept, double[] probabilities) =>
        (this.masks, this.responses, OwnClass, Sizes, Kept, Probabilities) = (masks, responses, ownClass, sizes, kept, probabilities);

    /// <summary>The class of the whole image.</summary>
    public int OwnClass { get; }

    /// <summary>Of each copy, the mean of its mask: how much of the image it shows.</summary>
    public IReadOnlyList<double> Sizes { get; }

    /// <summary>Of each copy, 1 if the model gives it the image's own class, else 0.</summary>
    public IReadOnlyList<double> Kept { get; }

    /// <summary>Of each copy, the softmax of the model's scores at the image's own class.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>How many copies there are.</summary>
    public int Count => Sizes.Count;

    /// <summary>Makes the copies and asks the model, batch by batch.</summary>
    /// <param name="image">[channels, H, W], floating point; left as it is.</param>
    /// <param name="masks">[n, H, W], see <see cref="ImageMasks"/>; values 0 to 1, of any type.</param>
    /// <param name="model">From a batch of images to scores of classes [n, classes]; called without gradients.</param>
    /// <param name="response">From a batch of images to what neighbours are found by [n, d]; the softmax of the model's scores if null.</param>
    /// <param name="fill">What stands where a mask is 0.</param>
    /// <param name="batch">Copies at once.</param>
    /// <param name="cancellation">Ends the work between two batches.</param>
    /// <exception cref="ArgumentException">Image and masks don't fit each other, or a mask has a value outside.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch"/> is below 1.</exception>
    public static MaskedCopies Of(
        Tensor image, Tensor masks, Func<Tensor, Tensor> model, Func<Tensor, Tensor>? response = null, double fill = 0, int batch = 64, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        if (image.ndim != 3 || masks.ndim != 3 || !image.shape[1..].SequenceEqual(masks.shape[1..]))
            throw new ArgumentException($"The image has shape [{string.Join(", ", image.shape)}], the masks [{string.Join(", ", masks.shape)}]; expected [channels, H, W] and [n, H, W].", nameof(masks));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (picture, all) = (image.detach(), masks.detach());
        var own = model(picture.unsqueeze(0)).argmax(1).ToInt64();
        var (responses, kept, probabilities, sizes) = (new List<Tensor>(), new List<double>(), new List<double>(), new List<double>());
        for (long first = 0; first < all.size(0); first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            using var one = NewDisposeScope();
            var shown = all.narrow(0, first, Math.Min(batch, all.size(0) - first));
            sizes.AddRange(Sized(shown));
            var copies = ImageMasks.Masked(picture, shown, fill);
            var scores = model(copies);
            var softmax = scores.softmax(1);
            kept.AddRange(Numbers(scores.argmax(1).eq(own)));
            probabilities.AddRange(Numbers(softmax.select(1, own)));
            responses.Add((response?.Invoke(copies) ?? softmax).MoveToOuterDisposeScope());
        }
        return new MaskedCopies(masks, cat(responses).DetachFromDisposeScope(), (int)own, [.. sizes], [.. kept], [.. probabilities]);
    }

    /// <summary>Joins copies to which the model responds alike.</summary>
    /// <param name="k">Number of neighbours, 1 to the number of copies less 1.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentException">A response isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public Graph Neighbours(int k = 20, CancellationToken cancellation = default) => Graph.FromNeighbours(NearestNeighbours.Of(responses, k, cancellation));

    /// <summary>The map of a pixel: <c>sum_m weight_m mask_m / sum_m count_m mask_m</c>; 0 where no copy that counts shows it.</summary>
    /// <param name="weights">One for each copy.</param>
    /// <param name="counts">One for each copy, not negative: <see cref="Kept"/> for the mean over copies of the own class, ones for the mean over all.</param>
    /// <returns>[H, W].</returns>
    /// <exception cref="ArgumentException">Their number isn't that of the copies.</exception>
    public double[,] Map(IReadOnlyList<double> weights, IReadOnlyList<double> counts)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(counts);
        if (weights.Count != Count || counts.Count != Count)
            throw new ArgumentException(FormattableString.Invariant($"There are {weights.Count} weights and {counts.Count} counts; expected {Count}, one for each copy."), nameof(weights));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var factors = stack([tensor(weights.ToArray()), tensor(counts.ToArray())]);
        var sums = zeros(2, masks.size(1) * masks.size(2), dtype: float64);
        // Piece by piece: several scales of a photograph don't fit in memory as float64.
        const int Piece = 64;
        for (long first = 0; first < Count; first += Piece)
        {
            using var one = NewDisposeScope();
            var size = Math.Min(Piece, Count - first);
            sums.add_(factors.narrow(1, first, size).mm(masks.detach().narrow(0, first, size).flatten(1).to(float64).cpu()));
        }
        var (sum, cover) = (sums[0], sums[1]);
        var values = where(cover.gt(0), sum / cover.clamp_min(1e-300), zeros_like(sum)).data<double>().ToArray();
        var map = new double[masks.size(1), masks.size(2)];
        Buffer.BlockCopy(values, 0, map, 0, values.Length * sizeof(double));
        return map;
    }

    /// <summary>Frees the responses.</summary>
    public void Dispose() => responses.Dispose();

    private static double[] Sized(Tensor shown)
    {
        using var scope = NewDisposeScope();
        var values = shown.to(float64);
        if (values.lt(0).any().ToBoolean() || !values.le(1).all().ToBoolean())
            throw new ArgumentException("A mask has a value outside 0 to 1; expected 0 where it hides, 1 where it shows.", nameof(masks));
        return Numbers(values.flatten(1).mean([1]));
    }

    private static double[] Numbers(Tensor values) => values.to(float64).cpu().data<double>().ToArray();
}
