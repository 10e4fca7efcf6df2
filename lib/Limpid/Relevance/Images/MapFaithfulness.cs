using Limpid.Evaluation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>What pixel flipping says of some maps, by <see cref="Faithfulness"/>; one number per map, in units of the score.</summary>
/// <param name="Filling">What stands in the place of flipped blocks.</param>
/// <param name="Abpc">Area between the curves, least less most relevant first, over all blocks.</param>
/// <param name="EarlyAbpc">The same over the first 10 % of the blocks, where ties at 0 don't matter yet.</param>
/// <param name="Aopc">Area over the curve, most relevant first.</param>
/// <param name="Fractions">Share of blocks flipped at each point.</param>
/// <param name="MostFirst">Mean score at each point, most relevant first.</param>
/// <param name="LeastFirst">Mean score at each point, least relevant first.</param>
public sealed record MapFaithfulness(Filling Filling, double[] Abpc, double[] EarlyAbpc, double[] Aopc, double[] Fractions, double[] MostFirst, double[] LeastFirst)
{
    private const double Early = 0.1;

    internal static MapFaithfulness Of(Sequential network, Tensor images, Tensor labels, Tensor maps, Filling filling, FlippingOptions options)
    {
        using var scope = NewDisposeScope();
        options = options with { Replacement = filling.Replacement() };
        FlippingCurve Curve(FlippingOrder order) => Faithfulness.PixelFlipping(network, images, labels, maps, order, options);
        var (most, least) = (Curve(FlippingOrder.MostRelevantFirst), Curve(FlippingOrder.LeastRelevantFirst));
        return new(filling, MapComplexity.Numbers(Faithfulness.Abpc(most, least)), MapComplexity.Numbers(Faithfulness.Abpc(most, least, Early)), MapComplexity.Numbers(most.Aopc()),
            [.. most.Fractions], [.. most.Mean], [.. least.Mean]);
    }

    internal static MapFaithfulness Join(IReadOnlyList<MapFaithfulness> parts)
    {
        double count = parts.Sum(part => part.Abpc.Length);
        double[] Mean(Func<MapFaithfulness, double[]> of) => [.. Enumerable.Range(0, parts[0].Fractions.Length).Select(i => parts.Sum(part => of(part)[i] * part.Abpc.Length) / count)];
        return new(parts[0].Filling, [.. parts.SelectMany(p => p.Abpc)], [.. parts.SelectMany(p => p.EarlyAbpc)], [.. parts.SelectMany(p => p.Aopc)],
            parts[0].Fractions, Mean(p => p.MostFirst), Mean(p => p.LeastFirst));
    }
}
