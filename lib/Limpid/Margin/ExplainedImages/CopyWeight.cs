using System.Text.Json.Serialization;

namespace Limpid.Margin.ExplainedImages;

/// <summary>How much say a copy has in the map: MARGIN's influence, and what may stand in its place to see what it adds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CopyWeight>))]
public enum CopyWeight
{
    /// <summary>The influence of the copy's size on the graph of responses: MARGIN.</summary>
    Influence,

    /// <summary>The same where a copy is smaller than its neighbours, 0 where it is larger.</summary>
    SmallerInfluence,

    /// <summary>Influence on the same graph with its vertices shuffled: neighbours that mean nothing.</summary>
    ShuffledGraph,

    /// <summary>|size - mean size of all copies|, over the largest: the same filter without a graph.</summary>
    NoGraph,

    /// <summary>1.</summary>
    One,

    /// <summary>1 / size, over the largest.</summary>
    InverseSize,

    /// <summary>The model's probability of the image's class.</summary>
    Probability,
}
