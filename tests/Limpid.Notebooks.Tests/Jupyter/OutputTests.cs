using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>Much output, output of native code, output that fails.</summary>
public sealed class OutputTests : KernelTest
{
    [Fact]
    public async Task A_flood_arrives_up_to_the_limit_and_the_kernel_is_idle_again()
    {
        var few = await Client.RunAsync("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), few.Stdout);
        Assert.InRange(few.Told.Count, 2, 2000);
        var much = await Client.RunAsync("for (var i = 0; i < 100_000; i++) Console.WriteLine($\"this is the line with the number {i}\");");
        Assert.Equal(("ok", 1024 * 1024), (much.Status, much.Stdout.Length));
        Assert.Contains("[output cut: the limit of 1,048,576 characters of text per cell was reached", much.Stderr, StringComparison.Ordinal);
        var updates = await Client.RunAsync("var shown = display(\"\", \"text/plain\"); for (var i = 0; i < 20_000; i++) shown.Update(i.ToString());");
        Assert.Equal(("ok", "19999"), (updates.Status, JupyterAnswer.Data(updates.Of("update_display_data").Last())));
    }

    [Fact]
    public async Task Native_code_and_child_processes_print_into_the_cell()
    {
        var answer = await Client.RunAsync("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            puts("from C"); System.Diagnostics.Process.Start("sh", ["-c", "echo child; echo wrong >&2"]).WaitForExit();
            """);
        Assert.Contains("from C\n", answer.Stdout, StringComparison.Ordinal);
        Assert.Contains("child\n", answer.Stdout, StringComparison.Ordinal);
        Assert.Equal("wrong\n", answer.Stderr);
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_its_cell_only()
    {
        await Client.RunAsync("class Odd { }\nMicrosoft.DotNet.Interactive.Formatting.Formatter.Register<Odd>(_ => throw new InvalidOperationException(\"no picture\"), \"text/html\");");
        var shown = await Client.RunAsync("new Odd()");
        Assert.Equal(("error", "no picture"), (shown.Status, shown.Content["evalue"]!.ToString()));
        Assert.Equal("7", (await Client.RunAsync("Console.Write(7);")).Stdout);
    }

    [Fact]
    public async Task A_thread_that_a_cell_left_behind_may_fail_and_print()
    {
        var first = await Client.RunAsync("""
            var go = new System.Threading.ManualResetEventSlim();
            var late = new System.Threading.Thread(() => { go.Wait(); Console.WriteLine("late"); throw new Exception("left alone"); });
            late.Start();
            """);
        Assert.Equal("ok", first.Status);
        var second = await Client.RunAsync("go.Set(); late.Join(); System.Threading.Thread.Sleep(100);");
        Assert.Equal("late\n", second.Stdout);
        Assert.Contains("left alone", second.Stderr, StringComparison.Ordinal);
        Assert.Equal("ok", (await Client.RunAsync("1")).Status);
    }

    [Fact]
    public async Task A_text_that_is_no_valid_unicode_does_not_break_the_line()
    {
        Assert.Equal("\uFFFDx", (await Client.RunAsync("Console.Write(\"\\ud800x\");")).Stdout);
        Assert.Equal("ok", (await Client.RunAsync("1")).Status);
    }

    [Fact]
    public async Task Three_hundred_cells_take_little_memory()
    {
        await Client.RunAsync("var numbers = Enumerable.Range(0, 1000).ToArray(); numbers.Sum()");
        var before = Memory();
        for (var i = 0; i < 300; i++)
        {
            var answer = await Client.RunAsync($"var x{i} = numbers.Select(n => n * {i}L).Where(n => n % 2 == 0).Sum();\nConsole.WriteLine(x{i});\nnew {{ Cell = {i}, Sum = x{i} }}");
            Assert.Equal("ok", answer.Status);
        }
        Assert.InRange(Memory() - before, long.MinValue, 150 * 1024);
    }

    /// <summary>KiB of the kernel's process that are in memory.</summary>
    private long Memory() => long.Parse(
        File.ReadLines($"/proc/{Client.Kernel}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        System.Globalization.CultureInfo.InvariantCulture);
}
