using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>What the stop button does.</summary>
public sealed class StopTests : KernelTest
{
    private const string Sleep = "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint microseconds);\n";

    [Fact]
    public async Task Cells_stop_their_queue_is_dropped_and_variables_survive()
    {
        await Client.RunAsync("var kept = 1;");
        foreach (var code in (string[])["while (true) { }", "while (true) try { kept++; } catch { }", "await Task.Delay(-1);", "System.Threading.Thread.Sleep(-1);", "Console.ReadLine();"])
        {
            var running = await Client.BeginAsync($"kept++; Console.Write(\"on\");\n{code}");
            var waiting = await Client.BeginAsync("kept = -1;");
            await Client.SeeAsync(running, "on");
            Assert.Equal("ok", (await Client.InterruptAsync()).Status);
            var stopped = await Client.AnswerAsync(running);
            Assert.Equal(("error", "Interrupted"), (stopped.Status, stopped.Content["ename"]!.ToString()));
            Assert.Equal("aborted", (await Client.AnswerAsync(waiting)).Status);
        }
        Assert.Equal("True", (await Client.RunAsync("(kept >= 6).ToString()")).Result);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_named()
    {
        var running = await Client.BeginAsync(Sleep + "Console.Write(\"on\"); usleep(8_000_000);\nConsole.Write(\"beyond\");");
        await Client.SeeAsync(running, "on");
        await Client.InterruptAsync();
        var answer = await Client.AnswerAsync(running);
        Assert.Equal(("error", "on"), (answer.Status, answer.Stdout));
        Assert.StartsWith("cell 1 has not stopped 2 s after it was asked to", answer.Stderr, StringComparison.Ordinal);
        Assert.Contains("restart the kernel", answer.Stderr, StringComparison.Ordinal);
        Assert.Equal("ok", (await Client.RunAsync("1")).Status);
    }

    [Fact]
    public async Task A_request_to_stop_with_nothing_to_stop_is_forgotten()
    {
        await Client.InterruptAsync();
        Assert.Equal("", (await Client.RunAsync("for (var i = 0; i < 3; i++) System.Threading.Thread.Sleep(200);")).Stderr);
    }
}
