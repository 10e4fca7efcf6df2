using System.Globalization;
using System.Text.RegularExpressions;
using Limpid.Cli;
using Limpid.Cli.Exporting.Rendering;

namespace Limpid.Notebooks.Tests.Exporting;

/// <summary>Text on the site: terminal output, Markdown, colours that can be read.</summary>
public sealed partial class TextTests
{
    [Theory]
    [InlineData("plain <b>", "plain &lt;b&gt;")]
    [InlineData("\u001b[31mred\u001b[0m \u001b[1;94mblue\u001b[39;22m end", "<span class=\"ansi-1\">red</span> <span class=\"ansi-4 ansi-bold\">blue</span> end")]
    [InlineData("\u001b[38;5;1mshade\u001b[m.", "shade.")]
    [InlineData("\u001b[2K\u001b]0;title\aa\u001b[?25lb", "ab")]
    [InlineData("10 %\r50 %\r100 %\r\nnext", "100 %\nnext")]
    [InlineData("a\0b", "a\ufffdb")]
    public void A_terminals_text_is_shown_as_it_ended(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Theory]
    [InlineData("a $x_1 < y$ b", "<p>a <span class=\"math\">x_1 &lt; y</span> b</p>\n")]
    [InlineData("$$ a_b $$", "<p><span class=\"math display\">a_b</span></p>\n")]
    [InlineData("$$\na\n$$", "<p><span class=\"math display\">a</span></p>\n")]
    [InlineData("costs 5 \\$ and 6 \\$ more", "<p>costs 5 $ and 6 $ more</p>\n")]
    [InlineData("```csharp\nint i;\n```", "<pre><code><span class=\"hk\">int</span> i;</code></pre>\n")]
    [InlineData("```\nint i;\n```", "<pre><code>int i;</code></pre>\n")]
    public void Markdown_knows_formulas_and_code(string text, string html) => Assert.Equal(html, MarkdownMarkup.ToHtml(text));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_colour_of_text_can_be_read_on_every_ground(string scheme)
    {
        string style = File.ReadAllText(Path.Combine(Workplace.Find().Root, "lib", "Limpid.Cli", "Exporting", "Assets", "site.css"));
        string block = style.Split(":root {")[scheme == "light" ? 1 : 2];
        Dictionary<string, string> colours = Colour().Matches(block[..block.IndexOf('}', StringComparison.Ordinal)]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string[] inks = ["ink", "soft", "link", "good", "fair", "bad", "hk", "hs", "hn", "hc", "hp", "ht", "hm"];
        foreach (string ground in (string[])["paper", "tint"])
            Assert.All(inks, ink => Assert.InRange(Contrast(colours[ink], colours[ground]), 4.5, 21));
    }

    // WCAG 2.1, relative luminance and contrast ratio.
    private static double Contrast(string a, string b)
    {
        double[] both = [.. new[] { a, b }.Select(Luminance).OrderDescending()];
        return (both[0] + 0.05) / (both[1] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex(@"--(\w+): #([0-9a-f]{6});")]
    private static partial Regex Colour();
}
