using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>Which way a direction claim points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimDirection>))]
public enum ClaimDirection
{
    /// <summary>Ours exceeds the baseline.</summary>
    [JsonStringEnumMemberName("greater")]
    Greater,

    /// <summary>Ours stays below the baseline.</summary>
    [JsonStringEnumMemberName("less")]
    Less,
}
