using System.Text.Json.Serialization;
using Limpid.Graphs;
using Limpid.Reproduction;

namespace Limpid.Margin.ExplainedImages;

/// <summary>One way from copies of an image to a map.</summary>
/// <param name="Kind">Which copies.</param>
/// <param name="Weight">How much say each has.</param>
/// <param name="OverAll">
/// What the sum is divided by: the number of copies of the image's class that show the pixel, or, if true, of all copies that do. Recalled descriptions of the method fit both (protocol ours);
/// only the second knows how many copies with the pixel lost the class.
/// </param>
/// <param name="EveryCopy">Whether copies of another class have a say too; RISE has it so, with the probability as weight.</param>
public sealed record CopyMap(CopyKind Kind, CopyWeight Weight = CopyWeight.Influence, bool OverAll = false, bool EveryCopy = false)
{
    /// <summary>For example "dense, influence, over all".</summary>
    [JsonIgnore]
    public string Name => $"{(Kind == CopyKind.Sparse ? "sparse" : "dense")}, {Words(Weight)}{(OverAll ? ", over all" : "")}{(EveryCopy ? ", every copy" : "")}";

    /// <summary>MARGIN's map of each kind of copies.</summary>
    public static IReadOnlyList<CopyMap> Margin { get; } = [new(CopyKind.Sparse), new(CopyKind.Dense)];

    /// <summary>MARGIN's maps and those in which something else stands in the influence's place, of one kind of copies.</summary>
    /// <param name="kind">Which copies.</param>
    public static IReadOnlyList<CopyMap> Ablations(CopyKind kind) =>
    [
        .. from all in new[] { false, true } from weight in Enum.GetValues<CopyWeight>() select new CopyMap(kind, weight, all),
        new(kind, CopyWeight.Probability, OverAll: true, EveryCopy: true),
    ];

    /// <summary>The map.</summary>
    /// <param name="copies">Copies of that kind.</param>
    /// <param name="neighbours">Their graph.</param>
    /// <param name="hops">Hops of the filter.</param>
    /// <param name="seed">Of the shuffled graph.</param>
    /// <returns>[H, W].</returns>
    public double[,] Of(MaskedCopies copies, Graph neighbours, int hops, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(copies);
        ArgumentNullException.ThrowIfNull(neighbours);
        var weights = Weights(copies, neighbours, hops, seed);
        double[] ones = [.. Enumerable.Repeat(1.0, copies.Count)];
        return copies.Map([.. weights.Zip(EveryCopy ? ones : copies.Kept, (weight, kept) => weight * kept)], OverAll ? ones : copies.Kept);
    }

    /// <summary>The weights, whatever the class of the copies.</summary>
    internal IReadOnlyList<double> Weights(MaskedCopies copies, Graph neighbours, int hops, Seed seed)
    {
        var sizes = copies.Sizes.ToArray();
        return Weight switch
        {
            CopyWeight.Influence => Influence.RandomWalk(hops).Of(neighbours, sizes).Scores,
            CopyWeight.SmallerInfluence => OverLargest(Smaller(neighbours, sizes, hops)),
            CopyWeight.ShuffledGraph => Shuffled(neighbours, sizes, hops, seed),
            CopyWeight.NoGraph => OverLargest([.. sizes.Select(size => Math.Abs(size - sizes.Average()))]),
            CopyWeight.One => [.. sizes.Select(_ => 1.0)],
            CopyWeight.InverseSize => OverLargest([.. sizes.Select(size => size > 0 ? 1 / size : 0)]),
            _ => copies.Probabilities,
        };
    }

    private static double[] Smaller(Graph neighbours, double[] sizes, int hops)
    {
        using var signal = TorchSharp.torch.tensor(sizes);
        using var filtered = Influence.RandomWalk(hops).Filtered(neighbours, signal);
        return [.. filtered.data<double>().Select(value => Math.Max(0, -value))];
    }

    // Copy places[v] stands at vertex v.
    private static double[] Shuffled(Graph neighbours, double[] sizes, int hops, Seed seed)
    {
        int[] places = [.. Enumerable.Range(0, sizes.Length)];
        seed.Random("shuffled graph").Shuffle(places);
        var scores = Influence.RandomWalk(hops).Of(neighbours, [.. places.Select(place => sizes[place])]).Scores;
        var result = new double[sizes.Length];
        for (var v = 0; v < places.Length; v++) result[places[v]] = scores[v];
        return result;
    }

    private static double[] OverLargest(double[] values)
    {
        var largest = values.Max();
        return largest > 0 ? [.. values.Select(value => value / largest)] : values;
    }

    private static string Words(CopyWeight weight) => weight switch
    {
        CopyWeight.Influence => "influence",
        CopyWeight.SmallerInfluence => "influence of the smaller",
        CopyWeight.ShuffledGraph => "shuffled graph",
        CopyWeight.NoGraph => "no graph",
        CopyWeight.One => "one",
        CopyWeight.InverseSize => "1/size",
        _ => "probability",
    };
}
