using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>Who says it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimSource>))]
public enum ClaimSource
{
    /// <summary>Printed in the paper.</summary>
    [JsonStringEnumMemberName("paper")]
    Paper,

    /// <summary>Found in the authors' published code.</summary>
    [JsonStringEnumMemberName("authors' code")]
    AuthorsCode,

    /// <summary>Read off a figure.</summary>
    [JsonStringEnumMemberName("digitised")]
    Digitised,

    /// <summary>Ours; never counted in the headline.</summary>
    [JsonStringEnumMemberName("ours")]
    Ours,
}
