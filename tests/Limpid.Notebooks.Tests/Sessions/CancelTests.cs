using System.Diagnostics;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class CancelTests : SessionTest
{
    /// <summary>Says "on" before the loop, so that the test cancels inside it.</summary>
    private async Task<(CellResult Result, OutputList Output, TimeSpan Took)> StopAsync(string code)
    {
        var (sink, clock) = (new StartSignal(), new Stopwatch());
        using var session = new Session(Folder.Root);
        using var stop = new CancellationTokenSource();
        await session.ExecuteAsync("var kept = 1;", sink, TestContext.Current.CancellationToken);
        var running = session.ExecuteAsync("kept = 2; Console.Write(\"on\"); Console.Out.Flush();\n" + code, sink, stop.Token);
        await sink.Seen.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        clock.Start();
        await stop.CancelAsync();
        var result = await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        clock.Stop();
        var after = new OutputList();
        Assert.Equal(CellOutcome.Ran, (await session.ExecuteAsync("kept", after, TestContext.Current.CancellationToken)).Outcome);
        Assert.Contains("2", after.Result["text/html"], StringComparison.Ordinal);
        return (result, sink.Output, clock.Elapsed);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) try { kept = 2; } catch { }")]
    [InlineData("for (long i = 0; ; i++) kept = (int)(i % 1) + 2;")]
    [InlineData("while (true) Console.Write(\"x\");")]
    [InlineData("while (true) display(1, \"text/plain\");")]
    [InlineData("do kept = 2; while (true);")]
    [InlineData("foreach (var i in System.Linq.Enumerable.Range(0, int.MaxValue)) foreach (var j in new int[1000]) ;")]
    [InlineData("again: kept = 2; goto again;")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) await Task.Delay(1);")]
    [InlineData("await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);")]
    public async Task A_cell_stops_and_the_session_goes_on(string code)
    {
        var (result, _, took) = await StopAsync(code);
        Assert.Equal(CellOutcome.Interrupted, result.Outcome);
        // Some ten milliseconds on an idle machine; a blocked wait takes a tenth of a second.
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_call_into_compiled_code_is_the_last_of_its_cell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "usleep is not there");
        // The session's variable must still be 2, not 3: StopAsync looks.
        var (result, _, _) = await StopAsync("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint microseconds);\nusleep(2_000_000);\nkept = 3;");
        Assert.Equal(CellOutcome.Interrupted, result.Outcome);
    }

    [Fact]
    public async Task A_result_that_never_ends_can_be_stopped()
    {
        var (result, _, _) = await StopAsync("IEnumerable<int> Slow() { while (true) { if (kept == 99) yield return 1; } }\nSlow()");
        Assert.Equal(CellOutcome.Interrupted, result.Outcome);
    }

    [Fact]
    public async Task What_a_stopped_cell_declared_is_kept_and_no_request_is_left_over()
    {
        using var stop = new CancellationTokenSource();
        var output = new OutputList();
        using var session = new Session(Folder.Root);
        stop.CancelAfter(TimeSpan.FromSeconds(5));
        var result = await session.ExecuteAsync("var made = 6;\nwhile (true) made = 7;", output, stop.Token);
        Assert.Equal((CellOutcome.Interrupted, 0), (result.Outcome, output.Items.Count));
        var after = new OutputList();
        Assert.Equal(CellOutcome.Ran, (await session.ExecuteAsync("for (var i = 0; i < 3; i++) System.Threading.Thread.Sleep(1);\nConsole.Write(made);", after)).Outcome);
        Assert.Equal("7", after.Stdout);
    }

    [Fact]
    public void Checks_go_into_every_loop_between_statements_and_move_no_line()
    {
        const string code = "while (a)\n  b();\nfor (;;) { c(); } // end\nforeach (var (x, y) in z)\n{\n}\ndo ; while (d);";
        const string call = "global::Limpid.Notebooks.CellStop.Check();";
        Assert.Equal($"while (a)\n  {{{call}b();}}\n{call}for (;;) {{{call} c(); }} // end\n{call}foreach (var (x, y) in z)\n{{{call}\n}}\n{call}do {{{call};}} while (d);",
            Scripting.StopChecks.Insert(code));
        Assert.Equal("while (", Scripting.StopChecks.Insert("while ("));
    }

    [Fact]
    public async Task A_cell_that_cancels_by_itself_failed()
    {
        var (result, _) = await TryAsync("throw new OperationCanceledException(\"mine\");", TestContext.Current.CancellationToken);
        Assert.Equal((CellOutcome.Failed, "OperationCanceledException"), (result.Outcome, result.Error!.Name));
    }

    private sealed class StartSignal : ICellSink
    {
        private readonly TaskCompletionSource _seen = new();

        public Task Seen => _seen.Task;

        public OutputList Output { get; } = new();

        public void Write(CellOutput output)
        {
            if (Output.Items.Count < 10_000) Output.Write(output);
            if (output is StreamOutput { Text: var text } && text.StartsWith("on", StringComparison.Ordinal)) _seen.TrySetResult();
        }
    }
}
