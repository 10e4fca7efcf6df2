using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class ParameterTests : IDisposable
{
    private static readonly TestCell Declared = new("""
        var mode = "quick"; // quick or full
        var epochs = 3; double rate = 1e-3; bool trace = false; float f = 1; long big = 1; int[] sizes = [1, 2];
        string name = null;
        """, "parameters");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<RunResult> RunAsync(params (string Name, string Value)[] values) => Runs.OfAsync(_folder,
        request => request with { Parameters = values.ToDictionary(value => value.Name, value => value.Value) }, default,
        "var before = 1;", Declared, "Console.Write(System.FormattableString.Invariant($\"{mode}|{epochs}|{rate}|{trace}|{f}|{big}|{sizes.Length}|{name}\"));");

    [Fact]
    public async Task Values_override_in_a_cell_right_after_the_parameters()
    {
        var result = await RunAsync(("mode", "full"), ("epochs", "-5"), ("rate", "0.5"), ("trace", "True"), ("f", "2.5"), ("big", "5000000000"),
            ("sizes", "[1, 2, 3]"), ("name", "a \"quoted\" \\ name"));
        Assert.True(result.Succeeded, result.Message);
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Equal(["injected-parameters"], file.Cells[2].Tags);
        Assert.Equal("full|-5|0.5|True|2.5|5000000000|3|a \"quoted\" \\ name", Runs.Text(_folder, 3));
        Assert.Equal("full", file.Metadata["limpid"]!["mode"]!.ToString());
    }

    [Fact]
    public async Task Without_values_nothing_is_injected_and_the_mode_is_the_notebooks()
    {
        var result = await RunAsync();
        Assert.True(result.Succeeded, result.Message);
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Equal(3, file.Cells.Count);
        Assert.Equal("quick", file.Metadata["limpid"]!["mode"]!.ToString());
    }

    [Fact]
    public async Task Running_an_executed_copy_replaces_what_was_injected()
    {
        await RunAsync(("mode", "full"));
        File.Move(_folder["out.ipynb"], _folder["first.ipynb"]);
        var again = await NotebookRunner.RunAsync(new RunRequest
        {
            NotebookPath = _folder["first.ipynb"], OutputPath = _folder["out.ipynb"], Parameters = new Dictionary<string, string> { ["epochs"] = "8" },
        }, null, default);
        Assert.True(again.Succeeded, again.Message);
        Assert.Equal(4, NotebookFile.Load(_folder["out.ipynb"]).Cells.Count);
        Assert.StartsWith("quick|8|", Runs.Text(_folder, 3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epoch", "3", "the notebook has no parameter 'epoch'; it has mode, epochs, rate, trace, f, big, sizes, name")]
    [InlineData("epochs", "many", "parameter 'epochs' is of type int; 'many' is none")]
    [InlineData("epochs", "1.5", "parameter 'epochs' is of type int; '1.5' is none")]
    [InlineData("trace", "2", "parameter 'trace' is of type bool; '2' is none")]
    [InlineData("rate", "0,5", "parameter 'rate' is of type double; '0,5' is none")]
    [InlineData("sizes", "[1,", "parameter 'sizes' is set by a C# expression; '[1,' is none")]
    public async Task A_wrong_parameter_is_one_sentence_and_nothing_runs(string name, string value, string sentence)
    {
        var result = await RunAsync((name, value));
        Assert.Equal((RunStatus.NotRun, sentence), (result.Status, result.Message));
        Assert.False(File.Exists(_folder["out.ipynb"]));
    }

    [Fact]
    public async Task A_notebook_without_a_parameter_cell_says_so()
    {
        var result = await Runs.OfAsync(_folder, request => request with { Parameters = new Dictionary<string, string> { ["a"] = "1" } }, default, "1");
        Assert.Equal("'a' can't be set: the notebook has no cell tagged 'parameters'", result.Message);
    }

    [Theory]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \"python3\"}}}", "kernel 'python3'")]
    [InlineData("not json", "not valid JSON")]
    public async Task What_can_not_be_run_is_one_sentence(string text, string reason)
    {
        var path = _folder.Write("x.ipynb", text);
        var result = await NotebookRunner.RunAsync(new RunRequest { NotebookPath = path, OutputPath = _folder["out.ipynb"] }, null, default);
        Assert.Equal(RunStatus.NotRun, result.Status);
        Assert.Contains(reason, result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Message!);
    }
}
