using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>A notebook server started by <c>lab</c>, with what it says of itself.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process _process;

    private LabProcess(Process process) => _process = process;

    /// <summary>Where it answers, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it asks visitors for.</summary>
    public string Token { get; private set; } = "";

    public static async Task<LabProcess> StartAsync(TestFolder folder)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", typeof(LabProcess).Assembly.Location, LabDoor.Word, folder.Root])
        {
            RedirectStandardError = true,
        };
        JupyterFolders.Set(start, folder);
        var process = Process.Start(start)!;
        var lab = new LabProcess(process);
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => { lock (said) said.Add(line.Data ?? ""); };
        process.BeginErrorReadLine();
        for (var wait = Stopwatch.StartNew(); lab.Address.Length == 0; await Task.Delay(100))
        {
            lock (said) Assert.True(!process.HasExited && wait.Elapsed < TimeSpan.FromMinutes(2), $"the server did not start:\n{string.Join('\n', said)}");
            lab.Find(folder["jupyter/run"]);
        }
        return lab;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        Assert.Equal(0, SendSignal(_process.Id, 2));
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>The server writes a file about itself once it listens.</summary>
    private void Find(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*server-*.json") : [])
        {
            JsonNode about;
            try { about = JsonNode.Parse(File.ReadAllText(file))!; }
            catch (System.Text.Json.JsonException) { continue; } // Not written to its end.
            (Address, Token) = (about["url"]!.ToString(), about["token"]!.ToString());
        }
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
