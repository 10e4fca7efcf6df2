using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace System;

/// <summary>Shows values from anywhere in a cell; the genuine type of this name, for notebooks that also run in Polyglot Notebooks.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">Any value, or null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; without any, those that its type prefers.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows a text that is already written in a MIME type, such as HTML; nothing is encoded.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is null or blank.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => DisplayedValue.ShowAsIs(value, mimeType);

    /// <summary>Shows a sequence as a table, a row per element and a column per property.</summary>
    /// <param name="value">The rows.</param>
    /// <param name="mimeTypes">The MIME types to show it in; without any, HTML.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(value);
        return DisplayedValue.Show(value.ToTabularDataResource(), mimeTypes);
    }
}
