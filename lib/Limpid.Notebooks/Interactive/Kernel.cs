using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell may call without a prefix; the static members of the genuine type of this name.</summary>
public static class Kernel
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">Any value, or null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; without any, those that its type prefers.</param>
    /// <returns>A handle that can replace what is shown.</returns>
#pragma warning disable IDE1006 // The genuine name is in lower case.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
#pragma warning restore IDE1006

    /// <summary>A text that is HTML already: as a result or a display it is not encoded.</summary>
    /// <param name="content">The HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">CSS rules.</param>
    public static void CSS(string content) => DisplayedValue.ShowAsIs($"<style>{content}</style>", HtmlFormatter.MimeType);

    /// <summary>Runs JavaScript in the page.</summary>
    /// <param name="scriptContent">The script.</param>
    public static void Javascript(string scriptContent) => DisplayedValue.Show(new ScriptContent(scriptContent), [HtmlFormatter.MimeType]);
}
