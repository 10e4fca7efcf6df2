using Limpid.Graphs;
using Limpid.Margin.Images;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>The masks of an image, and its copies as a model reads them with their graphs.</summary>
internal sealed class ImageCopies : IDisposable
{
    private readonly ExplanationSettings settings;
    private readonly Tensor subsets, sparse, dense;

    internal ImageCopies(Tensor image, ExplanationSettings settings, Seed seed)
    {
        this.settings = settings;
        using var scope = NewDisposeScope();
        Division = SuperPixels.Of(image, settings.Segments, settings.Compactness);
        (subsets, var masks) = ImageMasks.Subsets(Division, settings.Subsets, settings.Share, seed.Random("subsets"));
        // As bytes: a photograph has a thousand masks of a hundred thousand pixels.
        sparse = masks.to(uint8).DetachFromDisposeScope();
        dense = cat([.. settings.Scales.Select(scale => ImageMasks.Single([SuperPixels.Of(image, scale, settings.Compactness)]).to(uint8))]).DetachFromDisposeScope();
        subsets.DetachFromDisposeScope();
    }

    internal SuperPixels Division { get; }

    /// <summary>Which super-pixels each sparse copy shows.</summary>
    internal Tensor Subsets => subsets;

    internal (MaskedCopies Copies, Graph Neighbours) Read(CopyKind kind, Tensor image, Func<Tensor, Tensor> model, Func<Tensor, Tensor>? response, double fill, CancellationToken cancel)
    {
        var copies = MaskedCopies.Of(image, kind == CopyKind.Sparse ? sparse : dense, model, response, fill, batch: settings.Batch, cancellation: cancel);
        return (copies, copies.Neighbours(settings.K, cancel));
    }

    public void Dispose()
    {
        subsets.Dispose();
        sparse.Dispose();
        dense.Dispose();
    }
}
