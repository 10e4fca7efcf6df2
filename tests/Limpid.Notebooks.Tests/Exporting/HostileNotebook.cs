using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Cli;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Exporting;

/// <summary>A notebook that tries in every place to run a script, to fetch something or to break out of its element.</summary>
internal static class HostileNotebook
{
    /// <summary>Sets <c>window.hostile</c> where it runs.</summary>
    public const string Attack = "</script><script>window.hostile='script'</script><img src=x onerror=\"window.hostile='image'\"><svg onload=\"window.hostile='svg'\">";

    /// <summary>Writes it into a checkout.</summary>
    /// <param name="checkout">The checkout.</param>
    public static void Add(TemporaryCheckout checkout)
    {
        string path = checkout.Notebook("notebooks/evil/hostile.ipynb",
            Markdown("top", $"# Title {Attack}\n\nLead {Attack}\n\n[run](javascript:window.hostile='link') ![remote](https://evil.example/p.png) ![up](../../../etc/passwd)"),
            Markdown("math", "$\\href{javascript:window.hostile=1}{x}$ $\\includegraphics{https://evil.example/m.png}$ $\\htmlData{a=b}{x}$ $</span><img src=x onerror=window.hostile=1>$"),
            Markdown("raw", "<style>@import url(https://evil.example/s.css); body { display: none }</style>\n\n<base href=\"https://evil.example/\">\n\n<meta http-equiv=refresh content=\"0;url=https://evil.example/\">\n\n<form action=\"https://evil.example/\"><input name=a></form>\n\nstill here"),
            Markdown("\"><script>window.hostile='id'</script>", "## " + Attack),
            Code("figure", "// " + Attack, Shown(("application/vnd.plotly.v1+json", Figure()), ("text/plain", "Caption " + Attack))),
            Code("html", "x", Shown(("text/html", Attack + "<iframe src=https://evil.example/></iframe><table><tr><td style=\"background:url(https://evil.example/b.png)\">cell</td></tr></table>"))),
            Code("svg", "x", Shown(("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"window.hostile='file'\"><script>window.hostile=1</script><image href=\"https://evil.example/i.png\"/></svg>"))),
            Code("png", "x", Shown(("image/png", "bm90IGEgcGljdHVyZQ=="), ("text/plain", Attack))),
            Code("stream", "x", new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = $"\u001b[31mred\u001b[0m {Attack}\n" }),
            Code("error", "x", new JsonObject { ["output_type"] = "error", ["ename"] = Attack, ["evalue"] = Attack, ["traceback"] = new JsonArray(Attack) }),
            Code("latex", "x", Shown(("text/latex", "$\\href{javascript:window.hostile=1}{x}$"))));
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(path))!;
        notebook["metadata"]!["limpid"] = new JsonObject
        {
            ["status"] = Attack, ["mode"] = Attack, ["seed"] = Attack, ["started"] = Attack, ["packages"] = Attack, ["versions"] = new JsonObject { [Attack] = Attack },
        };
        File.WriteAllText(path, notebook.ToJsonString());
    }

    private static JsonObject Figure() => new()
    {
        ["data"] = new JsonArray(
            new JsonObject { ["type"] = "scatter", ["name"] = Attack, ["x"] = new JsonArray(1, 2), ["y"] = new JsonArray(1, 2), ["text"] = new JsonArray(Attack, "<a href=\"javascript:window.hostile=1\">x</a>"), ["mode"] = "text+markers" },
            new JsonObject { ["type"] = "image", ["source"] = "https://evil.example/trace.png" }),
        ["layout"] = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Attack },
            ["xaxis"] = new JsonObject { ["title"] = Attack },
            ["annotations"] = new JsonArray(new JsonObject { ["text"] = Attack, ["x"] = 1, ["y"] = 1 }),
            ["images"] = new JsonArray(new JsonObject { ["source"] = "https://evil.example/layout.png", ["x"] = 0, ["y"] = 0 }),
        },
    };
}
