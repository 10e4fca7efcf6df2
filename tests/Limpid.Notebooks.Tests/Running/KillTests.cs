using System.Diagnostics;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class KillTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Cells that need no compiler run in milliseconds, so that kills fall into saving as often as into running.</summary>
    [Fact]
    public async Task The_file_is_valid_and_true_whenever_the_runner_is_killed()
    {
        var random = new Random(20);
        var big = new string('x', 60_000);
        var notebook = _folder.Write("in.ipynb", [.. Enumerable.Range(0, 60).Select(i => (TestCell)$"#!html\n<p>{i}{big}</p>")]);
        var seen = new HashSet<int>();
        for (var kill = 0; kill < 50; kill += 2)
        {
            // Two at a time: starting a process is most of the work.
            await Task.WhenAll(KillOneAsync(notebook, $"out-{kill}.ipynb", Moment(), seen), KillOneAsync(notebook, $"out-{kill + 1}.ipynb", Moment(), seen));
        }
        (int Cell, int Milliseconds) Moment() => (random.Next(1, 41), random.Next(0, 30));
        Assert.True(seen.Count >= 10, $"the kills fell on few states only: {string.Join(", ", seen.Order())}");
    }

    private async Task KillOneAsync(string notebook, string name, (int Cell, int Milliseconds) moment, HashSet<int> seen)
    {
        using var runner = RunnerProcess.Start(notebook, _folder[name]);
        await runner.WaitForAsync($"cell {moment.Cell}");
        await Task.Delay(moment.Milliseconds);
        runner.Kill();
        await runner.ExitAsync();
        var file = NotebookFile.Load(_folder[name]);
        lock (seen) seen.Add(Check(file));
    }

    /// <summary>First cells that ran, with their output; then the one that was begun; then those that were not. Returns how many ran.</summary>
    private static int Check(NotebookFile file)
    {
        var statuses = file.Cells.Select(cell => Runs.Status(cell.Metadata)).ToList();
        var ran = statuses.TakeWhile(status => status == "ran").Count();
        var rest = statuses.Skip(ran).ToList();
        if (rest.Count > 0) Assert.Equal("interrupted", rest[0]);
        Assert.All(rest.Skip(1), status => Assert.Equal("not run", status));
        Assert.Equal(rest.Count > 0 ? "interrupted" : "ok", Runs.Status(file.Metadata));
        for (var i = 0; i < file.Cells.Count; i++) Assert.Equal(i < ran ? 1 : 0, file.Cells[i].Outputs.Count);
        return ran;
    }

    [Fact]
    public async Task What_the_file_calls_run_has_run_and_a_killed_runner_takes_its_worker_along()
    {
        var log = _folder["log.txt"];
        var cell = $"System.IO.File.AppendAllText(@\"{log}\", \"x\"); await Task.Delay(40); Environment.ProcessId";
        var notebook = _folder.Write("in.ipynb", [.. Enumerable.Repeat((TestCell)cell, 200)]);
        using var runner = RunnerProcess.Start(notebook, _folder["out.ipynb"]);
        await runner.WaitForAsync("cell 8");
        runner.Kill();
        await runner.ExitAsync();
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        var ran = Check(file);
        var html = string.Concat(file.Cells[0].Outputs[0]!["data"]!["text/html"]!.AsArray().Select(line => line!.ToString()));
        var worker = int.Parse(System.Text.RegularExpressions.Regex.Match(html, @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
        for (var wait = Stopwatch.StartNew(); IsAlive(worker) && wait.Elapsed < TimeSpan.FromSeconds(30);) await Task.Delay(50);
        Assert.False(IsAlive(worker), "the worker outlived its runner");
        Assert.InRange(File.ReadAllText(log).Length, ran, 200);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException) { return false; }
    }

    [Fact]
    public async Task Interrupting_ends_within_two_seconds_with_everything_saved()
    {
        var begun = _folder["begun"];
        var notebook = _folder.Write("in.ipynb", "Console.Write(\"one\");", $"Console.Write(\"two\"); System.IO.File.WriteAllText(@\"{begun}\", \"\"); System.Threading.Thread.Sleep(-1);", "3");
        using var runner = RunnerProcess.Start(notebook, _folder["out.ipynb"]);
        await TestFolder.AppearsAsync(begun);
        var clock = Stopwatch.StartNew();
        runner.Interrupt();
        Assert.Equal(1, await runner.ExitAsync());
        // Asked are 2 s; a machine that is busy with other work gets some more.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Equal(["ran", "interrupted", "not run"], file.Cells.Select(cell => Runs.Status(cell.Metadata)));
        Assert.Equal(("one", "two"), (Runs.Text(_folder, 0), Runs.Text(_folder, 1)));
    }
}
