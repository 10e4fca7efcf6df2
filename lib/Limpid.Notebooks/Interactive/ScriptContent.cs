using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>JavaScript that runs where it is shown; the genuine type of this name.</summary>
/// <param name="scriptValue">The script, without its tags.</param>
public sealed class ScriptContent(string scriptValue) : IHtmlContent
{
    /// <summary>The script, without its tags.</summary>
    public string ScriptValue { get; } = scriptValue;

    /// <summary>Writes the script element.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="encoder">Not used: a script is not encoded.</param>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write($"<script type=\"text/javascript\">{ScriptValue}</script>");
}
