using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>How much of a paper's experiment a run does. The order is that of size.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunMode>))]
public enum RunMode
{
    /// <summary>Real data, honestly smaller: about 20 s on one thread.</summary>
    [JsonStringEnumMemberName("quick")]
    Quick,

    /// <summary>At most 45 minutes a notebook on two cores; the one whose outputs are committed.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>The paper's own sizes; never required.</summary>
    [JsonStringEnumMemberName("paper")]
    Paper,
}
