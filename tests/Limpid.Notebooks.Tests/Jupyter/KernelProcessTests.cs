using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Limpid.Notebooks.Running;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>How the kernel's process begins and ends.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public KernelProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "uses a shell");

    public void Dispose() => _folder.Dispose();

    private string ConnectionFile(int firstPort) => _folder.Write("connection.json", $$"""
        {"shell_port": {{firstPort}}, "iopub_port": {{firstPort + 1}}, "stdin_port": {{firstPort + 2}}, "control_port": {{firstPort + 3}}, "hb_port": {{firstPort + 4}},
         "ip": "127.0.0.1", "key": "never-printed", "transport": "tcp", "signature_scheme": "hmac-sha256"}
        """);

    private Process Start(string file) => Process.Start(new ProcessStartInfo(WorkerLocation.Dotnet(), ["exec", WorkerLocation.Find(), "kernel", file])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _folder.Root,
    })!;

    [Fact]
    public async Task A_taken_port_or_a_missing_file_ends_it_with_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        foreach (var (file, word) in (IEnumerable<(string, string)>)[(ConnectionFile(port), "in use"), (_folder["none.json"], "none.json")])
        {
            using var kernel = Start(file);
            var (output, error) = (await kernel.StandardOutput.ReadToEndAsync(), await kernel.StandardError.ReadToEndAsync());
            await kernel.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal((1, ""), (kernel.ExitCode, output));
            Assert.StartsWith("limpid: ", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
            Assert.Contains(word, error, StringComparison.Ordinal);
            Assert.DoesNotContain("never-printed", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_ends_with_the_process_that_started_it()
    {
        var (child, port) = (_folder["child"], Free());
        // The variable is how Jupyter says that it is the parent.
        string[] command = ["-c", "JPY_PARENT_PID=$$ \"$0\" exec \"$1\" kernel \"$2\" & echo $! > \"$3\"; wait", WorkerLocation.Dotnet(), WorkerLocation.Find(), ConnectionFile(port), child];
        using var parent = Process.Start(new ProcessStartInfo("sh", command) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await TestFolder.AppearsAsync(child);
        await ListensAsync(port);
        using var kernel = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(child), System.Globalization.CultureInfo.InvariantCulture));
        parent.Kill();
        await kernel.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The first of five ports that are likely free.</summary>
    private static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task ListensAsync(int port)
    {
        for (var wait = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) { Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "the kernel does not listen"); }
        }
    }
}
