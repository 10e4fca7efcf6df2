using Limpid.Data.Pictures;
using Limpid.Display;
using Limpid.Relevance.Imported;
using Limpid.Relevance.Networks;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>Makes the maps of photographs by NanoDet-g and measures them by the hand-drawn masks.</summary>
/// <remarks>
/// Rules: z+ in all convolutions, residual sums split by magnitude (the sums of the neck add values of both signs). Relevance starts from the outlined object's class at the cell that scores it
/// highest, also where another class scores higher.
/// </remarks>
public sealed class PhotographReader : IDisposable
{
    private readonly NanoDet network = NanoDet.Load();
    private readonly int side;

    /// <summary>A reader; the network's files are fetched on first use.</summary>
    /// <param name="side">Blocks along an edge of the maps that are kept; divides 416.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public PhotographReader(int side = 52)
    {
        if (side < 1 || NanoDet.Side % side != 0)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(side)} is {side}; expected a divisor of {NanoDet.Side}."), nameof(side));
        this.side = side;
    }

    /// <summary>Pixels that the intersection over union takes: one in a hundred.</summary>
    public static int TopK => NanoDet.Side * NanoDet.Side / 100;

    private static Composite Rules => Composite.EpsilonPlus().With(LayerKind.Sum, Rule.Split(SumSplit.Magnitude));

    /// <summary>Makes and measures the maps of each photograph.</summary>
    /// <param name="photographs">Which.</param>
    /// <param name="methods">In an order in which a control comes after LRP and the PLRP-lambda of its share.</param>
    /// <param name="seed">Of random cuts.</param>
    /// <param name="replicates">Keeps each finished photograph, or null.</param>
    /// <param name="cancel">Stops between two maps.</param>
    public IReadOnlyList<PhotographReading> Run(
        IReadOnlyList<Photograph> photographs, IReadOnlyList<MapMethod> methods, Seed seed, Experiment? replicates = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(photographs);
        ArgumentNullException.ThrowIfNull(methods);
        return [.. Progress.Track(photographs, "photographs").SelectMany(photograph => replicates.Replicate($"photograph-{photograph.Name}", seed, each => One(photograph, methods, each, cancel)))];
    }

    /// <summary>A photograph stretched to a small square, as a picture of ink: 0 is white, 1 black.</summary>
    /// <param name="photograph">The photograph.</param>
    /// <param name="side">Pixels along an edge.</param>
    /// <returns>[side, side], float32.</returns>
    public static Tensor Ink(Photograph photograph, int side)
    {
        ArgumentNullException.ThrowIfNull(photograph);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        using var scope = NewDisposeScope();
        using var pool = nn.AdaptiveAvgPool2d(side);
        return (1 - pool.call(photograph.Image.unsqueeze(0))[0].mean([0])).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();

    private PhotographReading[] One(Photograph photograph, IReadOnlyList<MapMethod> methods, Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var input = NanoDet.Prepare(photograph.Image);
        var mask = photograph.Mask(NanoDet.Side, NanoDet.Side).unsqueeze(0);
        var target = NanoDet.ClassNames.ToList().IndexOf(photograph.Object);
        var maps = new Dictionary<MapMethod, Tensor>();
        var readings = new List<PhotographReading>();
        using var scores = network.Scores.Forward(input);
        var score = 1 / (1 + Math.Exp(-scores[0, target].ToDouble()));
        foreach (var method in methods)
        {
            cancel.ThrowIfCancellationRequested();
            var map = maps[method] = ControlMaps.Makes(method)
                ? ControlMaps.Of(method, maps[MapMethod.Plain], PrunedMap.NonZeros(maps[MapMethod.Lambda(method.Share)]), seed)
                : new RelevancePropagation(network.Scores, Rules.Pruned(method.Pruning())).Explain(input, target).Input;
            readings.Add(new(photograph.Name, photograph.Object, method, score, Blocks(map), MapComplexity.Of(map), MapPlace.Of(map, mask, TopK)));
        }
        return [.. readings];
    }

    private double[][] Blocks(Tensor map)
    {
        using var scope = NewDisposeScope();
        var blocks = map.to(float64).sum(1).view(side, NanoDet.Side / side, side, NanoDet.Side / side).sum([1, 3]);
        return [.. blocks.data<double>().ToArray().Chunk(side)];
    }
}
