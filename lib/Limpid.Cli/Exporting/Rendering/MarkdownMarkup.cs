using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>Markdown as notebooks write it (tables, formulas, code with colours) as HTML that is not yet cleaned.</summary>
internal static class MarkdownMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseMathematics().Build();

    /// <summary>The HTML of a text. HTML in the text is kept: it goes through <see cref="HtmlCleaner"/> with all else.</summary>
    /// <param name="text">Markdown.</param>
    public static string ToHtml(string text)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new MathRenderer.Inline());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new MathRenderer.Block());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer());
        renderer.Render(Markdown.Parse(text, Pipeline));
        return writer.ToString();
    }

    private sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            string code = block.Lines.ToString();
            bool csharp = block is FencedCodeBlock { Info: { } language } && language.ToLowerInvariant() is "csharp" or "cs" or "c#";
            renderer.Write($"<pre><code>{(csharp ? CodeMarkup.CSharp(code) : Markup.Encode(code))}</code></pre>\n");
        }
    }
}
