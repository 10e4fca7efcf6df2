using Limpid.Data.Dna;
using Limpid.Evaluation;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Genomics;

/// <summary>Nucleotide flipping: the mean score while positions are replaced, most relevant first and least relevant first.</summary>
/// <param name="Method">Whose maps give the order.</param>
/// <param name="Replacement">What stands in the place of a base: <c>nothing</c> (a zero vector), <c>any base</c> (1/4 each) or <c>shuffled</c> (the sequence, its dinucleotides shuffled).</param>
/// <param name="Fractions">Share of the positions replaced at each point.</param>
/// <param name="MostFirst">Mean score at each point, most relevant first.</param>
/// <param name="LeastFirst">The same, least relevant first.</param>
/// <param name="Between">Mean over the sequences of the area between the curves (ABPC).</param>
/// <param name="FirstTenth">Mean area under the first tenth of <paramref name="MostFirst"/>, which equal values at the end of a sparse map do not reach; lower is more faithful.</param>
public sealed record FlipReading(
    MapMethod Method, string Replacement, double[] Fractions, double[] MostFirst, double[] LeastFirst, double Between, double FirstTenth)
{
    /// <summary>The replacements by name.</summary>
    public static IReadOnlyList<string> Replacements { get; } = ["nothing", "any base", "shuffled"];

    /// <summary>The methods that are compared by flipping. The largest values of plain LRP are not among them: they flip in its own order.</summary>
    /// <param name="share">p+.</param>
    public static IReadOnlyList<MapMethod> Methods(double share) => [MapMethod.Plain,
        .. new[] { MapKind.Lambda, MapKind.LambdaAll, MapKind.Matrix, MapKind.Threshold, MapKind.RandomAll }.Select(kind => new MapMethod(kind, share))];

    /// <summary>Flips sequences by the maps of several methods.</summary>
    /// <param name="network">From one-hot to scores.</param>
    /// <param name="sequences">The sequences.</param>
    /// <param name="targets">The score watched for each, int64 [N].</param>
    /// <param name="maps">Method and map [N, L] of each.</param>
    /// <param name="replacement">One of <see cref="Replacements"/>.</param>
    /// <param name="step">Positions between two points.</param>
    /// <param name="seed">For ties and shuffles.</param>
    /// <exception cref="ArgumentException">Another replacement.</exception>
    public static IReadOnlyList<FlipReading> Of(
        nn.Module<Tensor, Tensor> network, IReadOnlyList<string> sequences, Tensor targets, IEnumerable<(MapMethod Method, Tensor Map)> maps, string replacement, int step, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(maps);
        using var scope = NewDisposeScope();
        var inputs = Nucleotides.OneHot(sequences);
        var random = seed.Random("shuffled");
        var options = new FlippingOptions
        {
            Unit = FlippingUnit.Position, UnitsPerStep = step, Seed = seed, BatchSize = 256,
            Replacement = replacement switch
            {
                "nothing" => Evaluation.Replacement.Zero,
                "any base" => Evaluation.Replacement.Constant(0.25),
                "shuffled" => Evaluation.Replacement.Background(Nucleotides.OneHot([.. sequences.Select(sequence => DinucleotideShuffle.Of(sequence, random))])),
                _ => throw new ArgumentException($"replacement is '{replacement}'; expected one of {string.Join(", ", Replacements)}.", nameof(replacement)),
            },
        };
        return [.. maps.Select(map =>
        {
            var most = Faithfulness.PixelFlipping(network, inputs, targets, map.Map, FlippingOrder.MostRelevantFirst, options);
            var least = Faithfulness.PixelFlipping(network, inputs, targets, map.Map, FlippingOrder.LeastRelevantFirst, options);
            return new FlipReading(map.Method, replacement, [.. most.Fractions], [.. most.Mean], [.. least.Mean],
                least.Area().mean().ToDouble() - most.Area().mean().ToDouble(), most.Area(0.1).mean().ToDouble());
        })];
    }
}
