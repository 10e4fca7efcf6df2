using Limpid.Display;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

/// <summary>The library's progress bar in a cell: it finds the host by name.</summary>
public sealed class ProgressTests : SessionTest
{
    private static readonly string Load = $"#r \"{typeof(Progress).Assembly.Location}\"\nusing Limpid.Display;\n";

    // A bar that came within a tenth of a second after another is shown at its end only, so its line may be a display instead of an update.
    private static string Last(OutputList output) => output.Items.Last(item => item is UpdateOutput or DisplayOutput) switch
    {
        UpdateOutput update => update.Data["text/plain"]!,
        var display => ((DisplayOutput)display).Data["text/plain"]!,
    };

    [Fact]
    public async Task A_loop_is_one_display_that_ends_as_a_line_of_text()
    {
        OutputList output = await RunAsync(Load + "foreach (var i in Progress.Track(Enumerable.Range(0, 1_000), \"training\")) System.Threading.Thread.Sleep(1);");
        DisplayOutput shown = Assert.Single(output.Items.OfType<DisplayOutput>());
        Assert.Contains("<progress", shown.Data["text/html"], StringComparison.Ordinal);
        UpdateOutput[] updates = [.. output.Items.OfType<UpdateOutput>()];
        Assert.Equal(output.Items.Count, 1 + updates.Length);
        Assert.All(updates, update => Assert.Equal(shown.DisplayId, update.DisplayId));
        Assert.Equal(["text/plain"], updates[^1].Data.Items.Select(item => item.Key));
        Assert.Matches(@"^training: 1000 of 1000, [\d.]+ (s|min .*), [\d.]+/s$", Last(output));
    }

    [Fact]
    public async Task The_saved_notebook_holds_the_line_alone()
    {
        using var folder = new TestFolder();
        RunResult result = await Runs.OfAsync(folder, Load, "foreach (var i in Progress.Track(new[] { 1, 2, 3 }, \"a <b>\")) System.Threading.Thread.Sleep(150);");
        Assert.True(result.Succeeded, result.Message);
        var saved = Assert.Single(NotebookFile.Load(folder["out.ipynb"]).Cells[1].Outputs)!["data"]!.AsObject();
        Assert.Equal(["text/plain"], saved.Select(pair => pair.Key));
        Assert.StartsWith("a <b>: 3 of 3, ", string.Concat(saved["text/plain"]!.AsArray().Select(line => $"{line}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_that_fails_says_where_it_stopped()
    {
        OutputList output = await FailAsync(Load + "foreach (var i in Progress.Track(Enumerable.Range(0, 100), \"training\")) if (i == 37) throw new Exception();");
        Assert.StartsWith("training: stopped at 37 of 100", Last(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_stopped_says_where_and_the_next_bar_is_its_own()
    {
        using var stop = new CancellationTokenSource();
        var sink = new StartSink(stop);
        using var session = new Session(Folder.Root);
        CellResult result = await session.ExecuteAsync(Load + "foreach (var i in Progress.Track(Enumerable.Range(0, 100), \"training\")) if (i == 2) { Console.Write(\"on\"); while (true) { } }", sink, stop.Token);
        Assert.Equal(CellOutcome.Interrupted, result.Outcome);
        Assert.StartsWith("training: stopped at 2 of 100", Last(sink.Output), StringComparison.Ordinal);
        var after = new OutputList();
        await session.ExecuteAsync("foreach (var i in Progress.Track(new[] { 1 }, \"again\")) ;", after, TestContext.Current.CancellationToken);
        Assert.StartsWith("again: 1 of 1", Last(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_left_open_in_one_cell_does_not_swallow_the_next_cells_bar()
    {
        await RunAsync(Load + "var open = Progress.Start(\"open\", 3);");
        OutputList output = await RunAsync("foreach (var i in Progress.Track(new[] { 1 }, \"next\")) ;");
        Assert.StartsWith("next: 1 of 1", Last(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inner_loops_share_the_display_of_the_outer_one()
    {
        OutputList output = await RunAsync(Load + """
            foreach (var i in Progress.Track(new[] { 1, 2 }, "epochs"))
                foreach (var j in Progress.Track(new[] { 1, 2 }, "batches")) System.Threading.Thread.Sleep(150);
            """);
        Assert.Single(output.Items.OfType<DisplayOutput>());
        Assert.Contains(output.Items.OfType<UpdateOutput>(), update => update.Data["text/plain"]!.Contains("\nbatches: 1 of 2", StringComparison.Ordinal));
        Assert.StartsWith("epochs: 2 of 2", Last(output), StringComparison.Ordinal);
    }

    /// <summary>Stops the cell as soon as it prints.</summary>
    private sealed class StartSink(CancellationTokenSource stop) : ICellSink
    {
        public OutputList Output { get; } = new();

        public void Write(CellOutput output)
        {
            Output.Write(output);
            if (output is StreamOutput)
                stop.CancelAfter(1);
        }
    }
}
