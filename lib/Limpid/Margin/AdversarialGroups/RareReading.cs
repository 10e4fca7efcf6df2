namespace Limpid.Margin.AdversarialGroups;

/// <summary>A few attacked inputs among many clean ones of other images, compared by the last hidden layer. Areas are those under the ROC curve against the clean inputs.</summary>
public sealed record RareReading
{
    /// <summary>The influence of attacked inputs.</summary>
    public required double Attacked { get; init; }

    /// <summary>The influence of noisy inputs in their place, on a graph of their own.</summary>
    public required double Noisy { get; init; }

    /// <summary>As <see cref="Attacked"/>, after scores were dealt to inputs anew.</summary>
    public required double Shuffled { get; init; }

    /// <summary>The plain signal f of attacked inputs, without the filter.</summary>
    public required double PlainAttacked { get; init; }

    /// <summary>The plain signal f of noisy inputs.</summary>
    public required double PlainNoisy { get; init; }
}
