using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Xunit;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class PublishedNotebookTests : IDisposable
{
    private static readonly byte[] Picture = [1, 2, 3];
    private readonly TemporaryCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    private static JsonObject Figure(string html = "<script>draw()</script>") => Shown(
        ("text/html", html), (FigureOutput.MimeType, """{"data":[{"type":"heatmap"}],"layout":{}}"""), ("text/plain", "It <falls>."));

    private NotebookFile Publish(JsonObject[] stored, JsonObject[] executed, int pictures = 1)
    {
        string path = _checkout.Notebook("notebooks/p/n.ipynb", stored);
        NotebookFile ran = NotebookFile.Load(_checkout.Notebook("artifacts/notebooks/p/n.ipynb", executed));
        return PublishedNotebook.Create(new NotebookEntry(path, "p/n.ipynb"), ran, [.. Enumerable.Repeat(Picture, pictures)]);
    }

    [Fact]
    public void A_figure_keeps_its_data_gets_a_picture_and_a_sentence_and_loses_its_script()
    {
        NotebookFile published = Publish([Code("a", "plot")], [Code("a", "plot", Figure())]);
        JsonArray outputs = published.Cells[0].Outputs;
        Assert.Equal(2, outputs.Count);
        var data = (JsonObject)outputs[0]!["data"]!;
        Assert.Equal([FigureOutput.MimeType, "image/png", "text/plain"], data.Select(pair => pair.Key));
        Assert.Equal("AQID", (string?)data["image/png"]);
        Assert.Equal("<p>It &lt;falls&gt;.</p>", (string?)outputs[1]!["data"]!["text/html"]);
        Assert.DoesNotContain("script", System.Text.Encoding.UTF8.GetString(published.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_outside_figures_go_too_and_tables_stay()
    {
        JsonArray outputs = Publish(
            [Code("a", "x")],
            [Code("a", "x", Shown(("text/html", "<SCRIPT>plotly</SCRIPT>")), Shown(("text/html", "<script>x</script>"), ("text/plain", "x")), Shown(("text/html", "<table></table>")))],
            0).Cells[0].Outputs;
        Assert.Equal(["""{"text/plain":"x"}""", """{"text/html":"\u003Ctable\u003E\u003C/table\u003E"}"""], outputs.Select(output => output!["data"]!.ToJsonString()));
    }

    [Fact]
    public void The_injected_parameters_are_left_out_and_cells_are_numbered_anew()
    {
        JsonObject stream = new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "hello" };
        NotebookFile published = Publish(
            [Code("a", "var mode = \"quick\";"), Markdown("m", "text"), Code("b", "x")],
            [Code("a", "var mode = \"quick\";", (JsonObject)stream.DeepClone()), Code("injected-1", "mode = \"full\";", (JsonObject)stream.DeepClone()), Markdown("m", "text"), Code("b", "x", stream)],
            0);
        Assert.Equal(["a", "m", "b"], published.Cells.Select(cell => cell.Id));
        Assert.Equal([1, null, 2], published.Cells.Select(cell => cell.ExecutionCount));
        Assert.DoesNotContain("full", System.Text.Encoding.UTF8.GetString(published.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_of_the_run_goes_along()
    {
        string path = _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "x"));
        NotebookFile ran = NotebookFile.Load(_checkout.Notebook("artifacts/notebooks/p/n.ipynb", Code("a", "x")));
        ran.SetMetadata("limpid", new RunFacts { Status = "ok", Mode = "full", Seconds = 2 }.ToJson());
        Assert.Equal("full", RunFacts.Of(PublishedNotebook.Create(new NotebookEntry(path, "p/n.ipynb"), ran, []))!.Mode);
    }

    [Fact]
    public void A_notebook_edited_since_it_ran_is_refused()
    {
        var error = Assert.Throws<UserErrorException>(() => Publish([Code("a", "new")], [Code("a", "old")], 0));
        Assert.Equal("p/n.ipynb has changed since it ran (cell 'a'); run it again.", error.Message);
    }

    [Fact]
    public void A_notebook_that_would_grow_too_large_is_refused()
    {
        NotebookFile large = Publish([Code("a", "x")], [Code("a", "x", Shown(("text/plain", new string('x', 1_000_000))))], 0);
        Assert.False(PublishedNotebook.Fits(large));
        var error = Assert.Throws<UserErrorException>(() => PublishedNotebook.RequireFit(large, "p/n.ipynb"));
        Assert.Contains("must stay below 1000 kB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_the_executed_copy_stand_beside_what_was_there()
    {
        NotebookFile executed = NotebookFile.Load(_checkout.Notebook("n.ipynb", Code("a", "x", Figure(), Figure())));
        Assert.Null(PublishedNotebook.Pictures(executed));
        PublishedNotebook.AddPictures(executed, [[1], [2]]);
        Assert.Equal([[1], [2]], PublishedNotebook.Pictures(executed));
        Assert.Equal(["AQ==", "Ag=="], executed.Cells[0].Outputs.Select(output => (string?)output!["data"]!["image/png"]));
        Assert.All(executed.Cells[0].Outputs, output => Assert.NotNull(output!["data"]!["text/html"]));
    }
}
