using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>Formulas as elements that hold their TeX; a script draws them, without it they can be read.</summary>
internal static class MathRenderer
{
    /// <summary>Class of every formula.</summary>
    public const string Class = "math";

    /// <summary>Further class of a formula on a line of its own.</summary>
    public const string Display = "display";

    /// <summary>A formula of Markdown or of an output.</summary>
    /// <param name="tex">TeX without delimiters.</param>
    /// <param name="display">Whether it stands on a line of its own.</param>
    public static string ToHtml(string tex, bool display) => $"<span class=\"{Class}{(display ? " " + Display : "")}\">{Markup.Encode(tex.Trim())}</span>";

    /// <summary>Formulas between words; two dollars make a line of their own.</summary>
    public sealed class Inline : HtmlObjectRenderer<MathInline>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, MathInline formula) => renderer.Write(ToHtml(formula.Content.ToString(), formula.DelimiterCount == 2));
    }

    /// <summary>Formulas between two lines of dollars.</summary>
    public sealed class Block : HtmlObjectRenderer<MathBlock>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer.Write($"<p>{ToHtml(formula.Lines.ToString(), display: true)}</p>\n");
    }
}
