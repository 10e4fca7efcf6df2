namespace Limpid.Evaluation;

/// <summary>Which units are flipped first.</summary>
public enum FlippingOrder
{
    /// <summary>MoRF: falling relevance. A faithful map makes the score fall early.</summary>
    MostRelevantFirst,

    /// <summary>LeRF: rising relevance, exactly the reverse of MoRF. A faithful map keeps the score up for long.</summary>
    LeastRelevantFirst,

    /// <summary>The control: a random order, the same as MoRF of a constant map.</summary>
    Random,
}
