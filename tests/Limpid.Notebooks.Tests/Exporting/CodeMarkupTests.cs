using System.Net;
using System.Text.RegularExpressions;
using Limpid.Cli.Exporting.Rendering;

namespace Limpid.Notebooks.Tests.Exporting;

public sealed partial class CodeMarkupTests
{
    [Theory]
    [InlineData("var x = 1.5e-3;", "hk:var", "hn:1.5e-3")]
    [InlineData("foreach (var a in b) { }", "hk:foreach", "hk:var", "hk:in")]
    [InlineData("Figures.Lines(data)", "ht:Figures", "hm:Lines")]
    [InlineData("Graph Grid(int n) => new Graph(n);", "ht:Graph", "hm:Grid", "hk:int", "hk:new", "ht:Graph")]
    [InlineData("$\"a {x:F2} b\"", "hs:$\"", "hs:a ", "hs:F2", "hs: b", "hs:\"")]
    [InlineData("'<' // less", "hs:'<'", "hc:// less")]
    [InlineData("#load \"../setup.csx\"\nStart();", "hp:#load \"../setup.csx\"", "hm:Start")]
    [InlineData("\"\"\"\nraw <b>\n\"\"\"", "hs:\"\"\"\nraw <b>\n\"\"\"")]
    [InlineData("record Point(double X);", "hk:record", "ht:Point", "hk:double")]
    public void Words_get_their_kind(string source, params string[] expected) =>
        Assert.Equal(expected, Spans().Matches(CodeMarkup.CSharp(source)).Select(match => $"{match.Groups[1].Value}:{WebUtility.HtmlDecode(match.Groups[2].Value)}"));

    [Theory]
    [InlineData("")]
    [InlineData("this does not { compile \" at <all>")]
    [InlineData("#!time\nvar a = 1; /* open\n")]
    [InlineData("#if NEVER\n<script>alert(1)</script>\n#endif\n")]
    [InlineData("var s = $@\"{(a ? \"<\" : \">\")}\";\r\n\tx++;")]
    public void The_text_stays_as_it_is_and_holds_no_other_element(string source)
    {
        string html = CodeMarkup.CSharp(source);
        Assert.Equal(source.Replace("\r", "", StringComparison.Ordinal), WebUtility.HtmlDecode(Tags().Replace(html, "")));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("<span class=\"(\\w+)\">([^<]*)</span>")]
    private static partial Regex Spans();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tags();
}
