using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>What became of a claim; computed, never typed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Its rule is met.</summary>
    [JsonStringEnumMemberName("reproduced")]
    Reproduced,

    /// <summary>The right direction in at least 80 % of the seeds, but test, control or number is missed.</summary>
    [JsonStringEnumMemberName("partly")]
    Partly,

    /// <summary>Its rule is not met.</summary>
    [JsonStringEnumMemberName("not reproduced")]
    NotReproduced,

    /// <summary>This run's mode does not decide it, or the paper's setting is unknown.</summary>
    [JsonStringEnumMemberName("not tested")]
    NotTested,
}
