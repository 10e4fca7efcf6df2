using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class DisplayTests : SessionTest
{
    private const string Shown = """
        class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Html(), new Plain(), new Json() }; }
        class Html { public string MimeType => "text/html"; public bool Format(object o, System.IO.TextWriter w) { w.Write("<i>leaf</i>"); return true; } }
        class Plain { public string MimeType => "text/plain"; public bool Format(object o, System.IO.TextWriter w) { w.Write("leaf"); return true; } }
        class Json { public string MimeType => "application/vnd.leaf+json"; public bool Format(object o, System.IO.TextWriter w) { w.Write("{\"a\":[1,2]}"); return true; } }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "application/vnd.leaf+json", "text/html", "text/plain" })]
        class Leaf { }
        class Oak : Leaf { }
        """;

    private async Task<DisplayOutput> OneAsync(string code) => Assert.Single((await RunAsync(code)).Items.OfType<DisplayOutput>());

    [Fact]
    public async Task A_tail_expression_is_the_result_and_a_statement_is_none()
    {
        Assert.Contains("42", (await RunAsync("6 * 7")).Result["text/html"], StringComparison.Ordinal);
        Assert.Equal("<b>", (await RunAsync("\"<b>\"")).Result["text/plain"]);
        Assert.Contains("null", (await RunAsync("string s = null; s")).Result["text/html"], StringComparison.Ordinal);
        Assert.Empty((await RunAsync("var six = 6 * 7;")).Items);
    }

    [Fact]
    public async Task Values_are_encoded_and_Html_is_not()
    {
        Assert.DoesNotContain("<b>", (await OneAsync("display(new { A = \"<b>\" });")).Data["text/html"], StringComparison.Ordinal);
        Assert.Equal("<b>x</b>", (await OneAsync("display(HTML(\"<b>x</b>\"));")).Data["text/html"]);
        Assert.Equal("<b>x</b>", (await OneAsync("\"<b>x</b>\".DisplayAs(\"text/html\");")).Data["text/html"]);
        Assert.Equal("# x", (await OneAsync("\"# x\".DisplayAs(\"text/markdown\");")).Data["text/markdown"]);
    }

    [Fact]
    public async Task A_sequence_shows_as_a_table()
    {
        var data = (await OneAsync("new[] { new { Name = \"a\", Value = 1 }, new { Name = \"b\", Value = 2 } }.DisplayTable();")).Data;
        Assert.Contains("<table", data["text/html"], StringComparison.Ordinal);
        Assert.Contains("Name", data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MIME_types_can_be_asked_for()
    {
        var data = (await OneAsync("new { A = 1 }.Display(\"text/plain\", \"application/json\");")).Data;
        Assert.Equal(["text/plain", "application/json"], data.Items.Select(item => item.Key));
        Assert.Equal("{\"A\":1}", data.ToJson()["application/json"]!.ToJsonString());
    }

    [Fact]
    public async Task An_update_replaces_under_the_same_id()
    {
        var items = (await RunAsync("""
            using Microsoft.DotNet.Interactive;
            var handle = KernelInvocationContext.Current.Display("one");
            handle.Update("two");
            """)).Items;
        var shown = Assert.IsType<DisplayOutput>(items[0]);
        var update = Assert.IsType<UpdateOutput>(items[1]);
        Assert.Equal((shown.DisplayId, "one", "two"), (update.DisplayId, shown.Data["text/plain"], update.Data["text/plain"]));
    }

    [Fact]
    public async Task Html_shown_as_it_is_is_updated_as_it_is() =>
        Assert.Equal("<i>", (await RunAsync("\"<b>\".DisplayAs(\"text/html\").Update(\"<i>\");")).Items.OfType<UpdateOutput>().Single().Data["text/html"]);

    [Fact]
    public async Task A_type_that_follows_the_convention_comes_in_all_its_MIME_types()
    {
        await RunAsync(Shown);
        foreach (var code in (string[])["new Leaf()", "new Oak()"])
        {
            var data = (await RunAsync(code)).Result;
            Assert.Equal(["application/vnd.leaf+json", "text/html", "text/plain"], data.Items.Select(item => item.Key));
            Assert.Equal("<i>leaf</i>", data["text/html"]);
            Assert.Equal("{\"a\":[1,2]}", data.ToJson()["application/vnd.leaf+json"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_formatter_of_the_notebook_wins()
    {
        await RunAsync("""
            record Mine(int A);
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Mine>(m => $"mine {m.A}", "text/plain");
            Microsoft.DotNet.Interactive.Formatting.Formatter.SetPreferredMimeTypesFor(typeof(Mine), "text/plain");
            """);
        Assert.Equal("mine 3", (await RunAsync("new Mine(3)")).Result["text/plain"]);
    }

    [Fact]
    public async Task A_library_finds_the_context_by_reflection()
    {
        var items = (await RunAsync("""
            Type Find(string name) => AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType("Microsoft.DotNet.Interactive." + name)).First(t => t != null);
            var context = Find("KernelInvocationContext").GetProperty("Current").GetValue(null);
            var show = Find("KernelInvocationContextExtensions").GetMethods().Single(m => m.Name == "Display");
            var handle = show.Invoke(null, new object[] { context, "10 %", Array.Empty<string>() });
            handle.GetType().GetMethod("Update").Invoke(handle, new object[] { "20 %" });
            """)).Items;
        Assert.Equal("20 %", items.OfType<UpdateOutput>().Single().Data["text/plain"]);
    }

    [Fact]
    public async Task Style_and_script_are_shown_as_html()
    {
        Assert.Equal("<style>p { }</style>", (await OneAsync("CSS(\"p { }\");")).Data["text/html"]);
        Assert.Contains("alert(1)</script>", (await OneAsync("Javascript(\"alert(1)\");")).Data["text/html"], StringComparison.Ordinal);
    }
}
