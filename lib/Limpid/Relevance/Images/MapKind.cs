using System.Text.Json.Serialization;

namespace Limpid.Relevance.Images;

/// <summary>How a map is made sparse, if it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MapKind>))]
public enum MapKind
{
    /// <summary>LRP, nothing cut.</summary>
    Plain,

    /// <summary>PLRP-lambda.</summary>
    Lambda,

    /// <summary>PLRP-M.</summary>
    Matrix,

    /// <summary>Control: LRP's map cut once at its end by the threshold of PLRP, rescaled, down to as many entries as PLRP-lambda leaves.</summary>
    Threshold,

    /// <summary>Control: the largest |entries| of LRP's map, as many as PLRP-lambda leaves.</summary>
    Top,

    /// <summary>Control: random entries of LRP's map, as many as PLRP-lambda leaves.</summary>
    Random,
}
