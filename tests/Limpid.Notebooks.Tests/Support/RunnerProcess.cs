using System.Diagnostics;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>A runner in a process of its own.</summary>
internal sealed class RunnerProcess : IDisposable
{
    private readonly Process _process;

    private RunnerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static RunnerProcess Start(string notebook, string output) => Start(Command(notebook, output));

    /// <summary>The command that runs a notebook, to be put into another one.</summary>
    public static string[] Command(string notebook, string output) =>
        ["dotnet", "exec", typeof(RunnerProcess).Assembly.Location, RunnerDoor.Word, notebook, output];

    public static RunnerProcess Start(string[] command)
    {
        // A shell starts what it puts in the background with SIGINT ignored, and that is inherited: the runner must get it anew.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new RunnerProcess(Process.Start(start)!);
    }

    /// <summary>Reads what the runner says until a line begins with the given text.</summary>
    public async Task WaitForAsync(string line)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } said)
            if (said.StartsWith(line, StringComparison.Ordinal)) return;
        Assert.Fail($"the runner ended without saying '{line}'");
    }

    public void Kill() => _process.Kill();

    public void Interrupt() => Assert.Equal(0, SendSignal(_process.Id, 2));

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return _process.ExitCode;
    }

    public Task<string> RestAsync() => _process.StandardOutput.ReadToEndAsync();

    public Task<string> ErrorsAsync() => _process.StandardError.ReadToEndAsync();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
