using Limpid.Mahalanobis.Matching;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>Makes a <see cref="GaussianReading"/> of W and b in float64.</summary>
internal static class LayerReader
{
    internal static GaussianReading Read(Tensor weight, Tensor bias, Gaussian gaussian, Tensor? data, ReadingOptions options)
    {
        LinearRows.CheckFit(weight, gaussian);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var spread = weight.mm(gaussian.Covariance);
        var products = spread.mm(weight.t());
        var norms = weight.square().sum(1).sqrt();
        var one = eye(weight.size(0), dtype: float64);
        var unit = norms.where(norms.gt(0), ones_like(norms));
        var pairs = MirroredPairs.Of(weight, bias, options.Mirrored);
        var seconds = pairs.Select(pair => pair.Second).ToHashSet();
        var firsts = tensor(Enumerable.Range(0, (int)weight.size(0)).Where(row => !seconds.Contains(row)).Select(row => (long)row).ToArray());
        var turned = AxisMatching.Of(WhitenedRows.Of(weight, gaussian));
        var sides = data is null ? null : HyperplaneSides.Of(weight, bias, data);
        return new()
        {
            Neurons = [.. NeuronReader.Read(weight, bias, spread, gaussian, sides, options)],
            Rank = gaussian.Rank,
            ConditionNumber = gaussian.ConditionNumber,
            WhiteningError = linalg.norm(products.sub(one)).item<double>(),
            UnitRowWhiteningError = linalg.norm(products.div(unit.outer(unit)).sub(one)).item<double>(),
            Sphericity = Sphericity.Of(products, options.LostDirection),
            SphericityOfFirsts = Sphericity.Of(products.index_select(0, firsts).index_select(1, firsts), options.LostDirection),
            Precision = PrecisionMatch.Of(weight, gaussian),
            Invariants = LayerInvariants.Of(weight, gaussian),
            Recovered = Recovery.Of(weight, bias),
            Axes = AxisMatching.Of(weight.mm(gaussian.Eigenvectors)),
            AngleToPca = turned.Average(match => Math.Acos(match.Cosine)) * 180 / Math.PI,
            Pairs = pairs,
        };
    }
}
