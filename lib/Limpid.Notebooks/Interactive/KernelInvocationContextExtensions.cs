using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Displays through the context of the running cell; the genuine type of this name.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">Any value, or null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; without any, those that its type prefers.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DisplayedValue.Show(value, mimeTypes);
    }

    /// <summary>Shows a text that is already written in a MIME type.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is null or blank.</exception>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DisplayedValue.ShowAsIs(value, mimeType);
    }
}
