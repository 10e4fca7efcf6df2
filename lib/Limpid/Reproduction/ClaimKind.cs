using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>By which rule a claim is decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimKind>))]
public enum ClaimKind
{
    /// <summary>A printed number is met within the spread of both sides.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>One thing is larger than another, seed by seed, and beyond its control.</summary>
    [JsonStringEnumMemberName("direction")]
    Direction,

    /// <summary>An equation holds up to a stated float tolerance.</summary>
    [JsonStringEnumMemberName("identity")]
    Identity,
}
