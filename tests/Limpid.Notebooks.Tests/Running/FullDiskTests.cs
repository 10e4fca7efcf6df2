using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class FullDiskTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task When_the_disk_is_full_the_last_good_state_stays_and_the_run_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs unshare and tmpfs");
        var notebook = _folder.Write("in.ipynb", "#!html\nsmall", "#!html\n" + new string('x', 40_000), "#!html\nnever");
        Directory.CreateDirectory(_folder["disk"]);
        Directory.CreateDirectory(_folder["kept"]);
        // The disk exists in the runner's own mount namespace only and goes with it; what it held is copied out at the end.
        var run = string.Join(' ', RunnerProcess.Command(notebook, _folder["disk/out.ipynb"]));
        // Room for the notebook (41 kB) once, and a second time, but not with the 40 kB of output.
        var script = $"mount -t tmpfs -o size=112k tmpfs {_folder["disk"]} || exit 77; {run}; code=$?; cp -r {_folder["disk"]}/. {_folder["kept"]}; exit $code";
        using var runner = RunnerProcess.Start(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script]);
        var said = await runner.RestAsync();
        var errors = await runner.ErrorsAsync();
        var code = await runner.ExitAsync();
        Assert.SkipWhen(code == 77 || errors.StartsWith("unshare", StringComparison.Ordinal), "this machine lets nobody mount a small disk: " + errors);

        Assert.Equal(1, code);
        Assert.Contains("Failed: ", said, StringComparison.Ordinal);
        Assert.Contains("could not be saved (No space left on device", said, StringComparison.Ordinal);
        var file = NotebookFile.Load(_folder["kept/out.ipynb"]);
        Assert.Equal(["ran", "interrupted", "not run"], file.Cells.Select(cell => Runs.Status(cell.Metadata)));
        Assert.Equal(["out.ipynb"], Directory.GetFileSystemEntries(_folder["kept"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_stops_before_the_first_cell()
    {
        var file = _folder.Write("file", "x");
        var result = await Runs.OfAsync(_folder, request => request with { OutputPath = Path.Combine(file, "out.ipynb") }, default, "1");
        Assert.Equal(RunStatus.NotRun, result.Status);
        Assert.DoesNotContain('\n', result.Message!);
    }
}
