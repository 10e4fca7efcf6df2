namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value written out in one MIME type. The genuine type of this name; the published formatting package lacks it.</summary>
public sealed class FormattedValue
{
    /// <summary>A text and its MIME type.</summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is null or blank.</exception>
    public FormattedValue(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        MimeType = mimeType;
        Value = value;
    }

    /// <summary>The MIME type.</summary>
    public string MimeType { get; }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>The value in one MIME type; without one, in the first that its type prefers.</summary>
    /// <param name="value">Any value, or null.</param>
    /// <param name="mimeType">The MIME type, or null.</param>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        mimeType ??= Preferred(value)[0];
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }

    /// <summary>The value in each of the MIME types; without any, in those that its type prefers.</summary>
    /// <param name="value">Any value, or null.</param>
    /// <param name="mimeTypes">The MIME types.</param>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes) =>
        [.. (mimeTypes is { Length: > 0 } ? mimeTypes : Preferred(value)).Select(mimeType => CreateSingleFromObject(value, mimeType))];

    private static string[] Preferred(object? value) =>
        value is null ? [HtmlFormatter.MimeType] : [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];
}
