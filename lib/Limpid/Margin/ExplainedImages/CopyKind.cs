using System.Text.Json.Serialization;

namespace Limpid.Margin.ExplainedImages;

/// <summary>Which copies of an image are the vertices.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CopyKind>))]
public enum CopyKind
{
    /// <summary>Random subsets of the super-pixels of one division.</summary>
    Sparse,

    /// <summary>Single super-pixels of several divisions.</summary>
    Dense,
}
