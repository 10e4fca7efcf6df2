using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class StatusTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_that_runs_is_saved_with_outputs_counts_and_times()
    {
        var result = await Runs.OfAsync(_folder, "Console.Write(\"a\");", "var x = 1;\nx", new TestCell("nonsense", "skip-execution"), "throw new Exception();");
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal("cell 3, line 1: Exception: Exception of type 'System.Exception' was thrown.", result.Message);
        Assert.Equal(["ran", "ran", "not run", "failed"], Runs.Saved(_folder, result));
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Equal([1, 2, null, 3], file.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("execute_result", file.Cells[1].Outputs.Single()!["output_type"]!.ToString());
        Assert.Equal("error", file.Cells[3].Outputs.Single()!["output_type"]!.ToString());
        Assert.True(result.PeakMemoryBytes > 20_000_000);
        Assert.True((double)file.Cells[0].Metadata["limpid"]!["seconds"]! > 0);
        Assert.True((long)file.Metadata["limpid"]!["peak_memory_bytes"]! > 20_000_000);
    }

    [Fact]
    public async Task A_cell_that_must_fail_and_does_is_a_success()
    {
        var result = await Runs.OfAsync(_folder, new TestCell("throw new Exception();", "raises-exception"), new TestCell("does not compile", "raises-exception"), "1");
        Assert.Equal((RunStatus.FailedAsIntended, true), (result.Status, result.Succeeded));
        Assert.Equal(["failed as intended", "failed as intended", "ran"], Runs.Saved(_folder, result));
    }

    [Fact]
    public async Task A_cell_that_must_fail_and_does_not_fails_the_notebook()
    {
        var result = await Runs.OfAsync(_folder, new TestCell("1", "raises-exception"), "2");
        Assert.Contains("did not fail", result.Message, StringComparison.Ordinal);
        Assert.Equal(["failed", "not run"], Runs.Saved(_folder, result));
    }

    [Theory]
    [InlineData("int F(int x) => F(x + 1) + 1;\nF(0)", "Stack overflow")]
    [InlineData("Environment.FailFast(\"on purpose\");", "on purpose")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern void abort();\nabort();", "")]
    [InlineData("Environment.Exit(3);", "")]
    public async Task A_process_that_dies_is_told_with_its_last_words(string code, string words)
    {
        var result = await Runs.OfAsync(_folder, "Console.Write(\"kept\");", code, "2");
        Assert.Equal(RunStatus.Died, result.Status);
        Assert.StartsWith("cell 2: the process died", result.Message, StringComparison.Ordinal);
        Assert.Equal(["ran", "died", "not run"], Runs.Saved(_folder, result));
        Assert.Equal("kept", Runs.Text(_folder, 0));
        Assert.Contains(words, Runs.Text(_folder, 1, "stderr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    public async Task A_cell_over_its_time_limit_is_stopped(string code)
    {
        var result = await Runs.OfAsync(_folder, request => request with { CellTimeout = TimeSpan.FromSeconds(15) }, default, code, "2");
        Assert.Equal(RunStatus.TimedOut, result.Status);
        Assert.Equal(["timed out", "not run"], Runs.Saved(_folder, result));
        Assert.Contains("the limit for a cell is 15 s", result.Message, StringComparison.Ordinal);
        Assert.InRange(result.Seconds, 15, 60);
    }

    [Fact]
    public async Task A_notebook_over_its_time_limit_is_stopped()
    {
        var result = await Runs.OfAsync(_folder, request => request with { NotebookTimeout = TimeSpan.FromSeconds(3) }, default, "await Task.Delay(-1);");
        Assert.Equal(RunStatus.TimedOut, result.Status);
        Assert.Equal(["timed out"], Runs.Saved(_folder, result));
        Assert.Contains("the notebook's limit of 3 s", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_says_interrupted()
    {
        using var stop = new CancellationTokenSource();
        var begun = _folder["begun"];
        var running = Runs.OfAsync(_folder, request => request, stop.Token, "#!html\n<p>", $"System.IO.File.WriteAllText(@\"{begun}\", \"\"); System.Threading.Thread.Sleep(-1);", "3");
        await TestFolder.AppearsAsync(begun);
        await stop.CancelAsync();
        var result = await running;
        Assert.Equal(RunStatus.Interrupted, result.Status);
        Assert.Equal(["ran", "interrupted", "not run"], Runs.Saved(_folder, result));
    }

    [Fact]
    public async Task Old_outputs_and_counts_go_before_the_first_cell()
    {
        var notebook = _folder.Write("old.ipynb", "1", "2");
        var file = NotebookFile.Load(notebook);
        file.Cells[1].ExecutionCount = 9;
        file.Cells[1].Outputs = new System.Text.Json.Nodes.JsonArray(System.Text.Json.Nodes.JsonNode.Parse("{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"old\"}"));
        file.Save(notebook);
        await NotebookRunner.RunAsync(new RunRequest { NotebookPath = notebook, OutputPath = _folder["out.ipynb"] }, null, new CancellationToken(true));
        var saved = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Empty(saved.Cells[1].Outputs);
        Assert.Null(saved.Cells[1].ExecutionCount);
    }
}
