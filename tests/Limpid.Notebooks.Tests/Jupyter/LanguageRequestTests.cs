using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>Help while a cell is written, through Jupyter's client; places are counted in code points.</summary>
public sealed class LanguageRequestTests : KernelTest
{
    private static JsonObject At(string code)
    {
        // The cursor stands at the bar; the letter before it is one code point and two units.
        var units = code.IndexOf('|', StringComparison.Ordinal);
        return new JsonObject { ["code"] = code.Remove(units, 1), ["cursor_pos"] = code[..units].EnumerateRunes().Count(), ["detail_level"] = 0 };
    }

    [Fact]
    public async Task Members_signatures_and_whole_cells()
    {
        await Client.RunAsync("var words = new List<string>();");
        var completed = (await Client.AskAsync("complete_request", At("/* 😀😀 */ words.AddR|a; 1"))).Content;
        Assert.Contains("AddRange", completed["matches"]!.AsArray().Select(match => match!.ToString()));
        Assert.Equal((15, 20), (completed["cursor_start"]!.GetValue<int>(), completed["cursor_end"]!.GetValue<int>()));
        var described = completed["metadata"]!["_jupyter_types_experimental"]!.AsArray().First(item => item!["text"]!.ToString() == "AddRange")!;
        Assert.Equal("method", described["type"]!.ToString());
        Assert.Contains("AddRange", described["signature"]!.ToString(), StringComparison.Ordinal);

        var inspected = (await Client.AskAsync("inspect_request", At("/* 😀😀 */ words.AddRan|ge"))).Content;
        Assert.True(inspected["found"]!.GetValue<bool>());
        Assert.Contains("AddRange(", inspected["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(inspected["data"]!["text/markdown"]);
        var nothing = (await Client.AskAsync("inspect_request", At("no_such_name|"))).Content;
        Assert.Equal(("ok", false), (nothing["status"]!.ToString(), nothing["found"]!.GetValue<bool>()));

        foreach (var (code, status) in (IEnumerable<(string, string)>)[("1 + 1", "complete"), ("if (true) {", "incomplete"), (")", "invalid")])
            Assert.Equal(status, (await Client.AskAsync("is_complete_request", new JsonObject { ["code"] = code })).Status);
    }
}
