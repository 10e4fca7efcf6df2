using Limpid.Evaluation;
using MathNet.Numerics.Statistics;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Genomics;

/// <summary>What the maps of one method look like and how much of them lies where it should: medians over the sequences.</summary>
public sealed record MapReading
{
    /// <summary>The method.</summary>
    public required MapMethod Method { get; init; }

    /// <summary>Gini index of |relevance| over the positions.</summary>
    public required double Gini { get; init; }

    /// <summary>Entropy of |relevance| over the positions, in nats.</summary>
    public required double Entropy { get; init; }

    /// <summary>Share of positions that are not exactly 0.</summary>
    public required double NonZero { get; init; }

    /// <summary>Relevance mass accuracy: the share of the positive relevance that lies in the mask.</summary>
    public required double MassAccuracy { get; init; }

    /// <summary>Relevance rank accuracy: of as many positions as the mask has, those with the most relevance, the share in the mask.</summary>
    public required double RankAccuracy { get; init; }

    /// <summary>Area under the ROC curve of relevance as a detector of the mask.</summary>
    public required double RocAuc { get; init; }

    /// <summary>Share of the sequences (a mean) whose most relevant position lies in the mask.</summary>
    public required double Pointing { get; init; }

    /// <summary>Share of the sequences whose mass accuracy is above that of the plain map; equal ones count half.</summary>
    public required double Wins { get; init; }

    /// <summary>Reads maps.</summary>
    /// <param name="method">How they were made.</param>
    /// <param name="map">[N, L], signed.</param>
    /// <param name="mask">[N, L], bool; none empty.</param>
    /// <param name="plain">The plain maps of the same sequences.</param>
    public static MapReading Of(MapMethod method, Tensor map, Tensor mask, Tensor plain)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(plain);
        using var scope = NewDisposeScope();
        double[] mass = Values(Localisation.MassAccuracy(map, mask)), before = Values(Localisation.MassAccuracy(plain, mask));
        return new MapReading
        {
            Method = method,
            Gini = Median(Complexity.Gini(map)),
            Entropy = Median(Complexity.Entropy(map)),
            NonZero = Median(Complexity.NonZeroFraction(map)),
            MassAccuracy = mass.Median(),
            RankAccuracy = Median(Localisation.RankAccuracy(map, mask)),
            RocAuc = Median(Localisation.RocAuc(map, mask)),
            Pointing = Values(Localisation.PointingGame(map, mask)).Average(),
            Wins = mass.Zip(before, (own, other) => own > other ? 1 : own == other ? 0.5 : 0).Average(),
        };
    }

    /// <summary>Reads the maps of several methods.</summary>
    /// <param name="explainer">Makes them.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="mask">[N, L], bool; none empty.</param>
    public static IReadOnlyList<MapReading> Of(SequenceExplainer explainer, IEnumerable<MapMethod> methods, Tensor mask)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(methods);
        using var scope = NewDisposeScope();
        var plain = explainer.Map(MapMethod.Plain);
        return [.. methods.Select(method => Of(method, explainer.Map(method), mask, plain))];
    }

    // A map without any relevance of the part looked at has no share in the mask: it found nothing.
    private static double[] Values(Tensor values) => [.. values.nan_to_num(0).data<double>()];

    private static double Median(Tensor values) => Values(values).Median();
}
