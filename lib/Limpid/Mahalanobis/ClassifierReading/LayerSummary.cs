using System.Collections.Immutable;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Mahalanobis.Reading;
using TorchSharp.Modules;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>A layer's reading in a few numbers.</summary>
/// <param name="Coherent">Units with a z-offset below 0.25: hyperplanes through the data's mean.</param>
/// <param name="CoherentBySource">Units with |w mu + b| below 1: the source's rule, which depends on units.</param>
/// <param name="Dead">Units that answer to no image: s below 0 for all; with absolute values rows of zeros.</param>
/// <param name="Folding">Mean over the units of the smaller part of the data on one side.</param>
/// <param name="Offset">Median of |z-offset|.</param>
/// <param name="ClassOffset">Mean of the |z-offset| to the nearest class centre, in that class's standard deviations; NaN without classes.</param>
/// <param name="Precision">Correlation over the units of |w| with 1 / standard deviation of the data along w: 1 for Mahalanobis-scaled rows.</param>
/// <param name="NearestClasses">For each unit the class whose centre its hyperplane passes nearest; empty without classes.</param>
public sealed record LayerSummary(int Coherent, int CoherentBySource, int Dead, double Folding, double Offset, double ClassOffset, double Precision, ImmutableArray<int> NearestClasses)
{
    /// <summary>Sums up a reading.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="absolute">Whether its activation is the absolute value.</param>
    /// <param name="classes">A Gaussian for each class of the inputs; null for none.</param>
    public static LayerSummary Of(Linear layer, GaussianReading reading, bool absolute, GaussianMixture? classes = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var neurons = reading.Neurons;
        var nearest = classes is null ? [] : MixtureReading.Of(layer, classes);
        var living = neurons.Where(neuron => neuron.Norm > 0).ToArray();
        double[] offsets = [.. living.Select(neuron => Math.Abs(neuron.ZOffset)).Order()];
        return new(
            neurons.Count(neuron => CoherenceRule.ZOffset.Of(neuron) == NeuronKind.Coherent), neurons.Count(neuron => CoherenceRule.Source.Of(neuron) == NeuronKind.Coherent),
            neurons.Count(neuron => absolute ? neuron.Norm == 0 : neuron.Above == 0), neurons.Average(neuron => neuron.Folding),
            offsets.Length == 0 ? double.NaN : (offsets[(offsets.Length - 1) / 2] + offsets[offsets.Length / 2]) / 2,
            nearest.IsEmpty ? double.NaN : nearest.Where(one => one.Component >= 0).Average(one => Math.Abs(one.ZOffset)),
            MathNet.Numerics.Statistics.Correlation.Pearson(living.Select(neuron => neuron.Norm), living.Select(neuron => 1 / Math.Sqrt(neuron.DirectionVariance))),
            [.. nearest.Select(one => one.Component)]);
    }
}
