using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class ConsoleTests : SessionTest
{
    [Fact]
    public async Task Every_way_to_write_is_captured()
    {
        var output = await RunAsync("""
            Console.Write('a'); Console.Write("b"); Console.Write(new[] { 'c', 'd' }); Console.Write(1.5); Console.WriteLine(true);
            Console.WriteLine(); Console.WriteLine("{0}-{1}", 1, 2); Console.Out.Write("span".AsSpan()); Console.Error.WriteLine("err");
            await Console.Out.WriteLineAsync("async");
            """);
        Assert.Equal("abcd1.5True\n\n1-2\nspanasync\n", output.Stdout);
        Assert.Equal("err\n", output.Stderr);
    }

    [Fact]
    public async Task Text_of_other_threads_is_captured()
    {
        var output = await RunAsync("""
            var thread = new System.Threading.Thread(() => Console.Write("t")); thread.Start(); thread.Join();
            await Task.Run(() => Console.Write("r"));
            Parallel.For(0, 50, i => Console.Write("p"));
            """);
        Assert.Equal("tr" + new string('p', 50), output.Stdout);
    }

    [Fact]
    public async Task Text_stands_before_what_came_after_it()
    {
        var items = (await RunAsync("Console.Write(1); display(2); Console.Write(3); 4")).Items;
        Assert.Equal([typeof(StreamOutput), typeof(DisplayOutput), typeof(StreamOutput), typeof(ResultOutput)], items.Select(item => item.GetType()));
    }

    [Fact]
    public async Task A_hundred_thousand_lines_arrive_whole_in_few_pieces()
    {
        var output = await RunAsync("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), output.Stdout);
        Assert.InRange(output.Items.Count, 1, 2_000);
    }

    [Fact]
    public async Task A_cell_that_replaces_the_console_does_not_blind_the_next()
    {
        await RunAsync("Console.SetOut(new System.IO.StringWriter()); Console.Write(\"lost\");");
        Assert.Equal("seen", (await RunAsync("Console.Write(\"seen\");")).Stdout);
    }

    [Fact]
    public async Task Numbers_are_written_alike_everywhere() =>
        Assert.Equal("1234.5", (await RunAsync("Console.Write(1234.5);")).Stdout);

    [Fact]
    public async Task Slow_text_arrives_while_the_cell_runs()
    {
        var first = new TaskCompletionSource();
        var sink = new Watching(first);
        using var session = new Session(Folder.Root);
        using var stop = new CancellationTokenSource();
        var running = session.ExecuteAsync("Console.Write(\"now\"); await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken);", sink, stop.Token);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.Equal(CellOutcome.Interrupted, (await running).Outcome);
    }

    private sealed class Watching(TaskCompletionSource seen) : ICellSink
    {
        public void Write(CellOutput output)
        {
            if (output is StreamOutput { Text: "now" }) seen.TrySetResult();
        }
    }
}
