using Limpid.Cli.Exporting.Rendering;

namespace Limpid.Notebooks.Tests.Exporting;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//evil.example/x.js></sCrIpT>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=1 onerror=alert(1)>\">")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">x</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<object data=x></object><embed src=x><base href=//evil.example/><link rel=stylesheet href=//evil.example>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=//evil.example\">")]
    [InlineData("<form action=//evil.example><input name=a><button formaction=//evil.example>go</button></form>")]
    [InlineData("<style>@import '//evil.example/x.css';</style><p style=\"background:url(//evil.example)\">x</p>")]
    [InlineData("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\"><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<template><script>alert(1)</script></template><textarea></textarea><script>alert(1)</script>")]
    [InlineData("<p id=main name=main class=\"skip chart\">x</p>")]
    public void Nothing_that_runs_fetches_or_poses_as_ours_is_left(string hostile)
    {
        string html = HtmlCleaner.Clean(hostile).Body!.InnerHtml;
        Assert.DoesNotMatch("(?i)<(script|svg|math|iframe|object|embed|base|link|meta|form|input|button|style|template|textarea|noscript)", html);
        Assert.DoesNotMatch("(?i)<[^>]* (on\\w+|style|srcdoc|action|formaction|id|name|class)=", html);
        Assert.DoesNotMatch("(?i)<[^>]*(javascript:|data:text|svg\\+xml)", html);
    }

    [Fact]
    public void Tables_trees_and_links_stay()
    {
        const string Html = "<details open=\"\" class=\"dni-treeview\"><summary><code>a</code></summary><table><caption>c</caption><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table></details>"
            + "<a href=\"https://arxiv.org/abs/1810.00424\">x</a><img src=\"data:image/png;base64,iVBORw0=\" alt=\"p\">";
        Assert.Equal(Html, HtmlCleaner.Clean(Html).Body!.InnerHtml);
    }

    [Fact]
    public void Of_a_cells_style_the_alignment_stays() =>
        Assert.Equal("<table><tbody><tr><td class=\"number\">1</td><td>x</td></tr></tbody></table>",
            HtmlCleaner.Clean("<table><tr><td style=\"text-align: right; padding: 2px\">1</td><td style=\"text-align:left\">x</td></tr></table>").Body!.InnerHtml);
}
