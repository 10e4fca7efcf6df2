namespace Limpid.Mahalanobis.Reading;

/// <summary>When a neuron is called coherent, ad hoc or dead.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Limit">Coherent below this.</param>
/// <param name="DeadLoss">A model whose final loss is above this is dead; infinity to ask nothing of the loss.</param>
public sealed record CoherenceRule(CoherenceMeasure Measure, double Limit, double DeadLoss = double.PositiveInfinity)
{
    /// <summary>|z| below 0.25.</summary>
    public static CoherenceRule ZOffset { get; } = new(CoherenceMeasure.ZOffset, 0.25);

    /// <summary>The source's rule for one node that fits a distance: |w mu + b| below 1, dead if the final loss is above 1.7.</summary>
    public static CoherenceRule Source { get; } = new(CoherenceMeasure.Preactivation, 1, 1.7);

    /// <summary>The kind of a neuron.</summary>
    /// <param name="neuron">Its reading.</param>
    /// <param name="finalLoss">The final loss of the model that it is the only neuron of; null where there is none.</param>
    public NeuronKind Of(NeuronReading neuron, double? finalLoss = null)
    {
        ArgumentNullException.ThrowIfNull(neuron);
        if (neuron.Norm == 0 || finalLoss > DeadLoss) return NeuronKind.Dead;
        var value = Measure == CoherenceMeasure.ZOffset ? neuron.ZOffset : neuron.MeanPreactivation;
        return Math.Abs(value) < Limit ? NeuronKind.Coherent : NeuronKind.AdHoc;
    }
}
