using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Limpid.Notebooks.Jupyter;

namespace Limpid.Cli.Lab;

/// <summary>A Jupyter server on the notebooks of the checkout. Its kernel is found through a folder of the checkout, so that nothing of the user's changes.</summary>
/// <param name="workplace">The checkout.</param>
/// <param name="port">Its port, or null for Jupyter's choice.</param>
/// <param name="noBrowser">Whether only the address is printed.</param>
/// <param name="threads">Threads for libtorch and BLAS in each notebook.</param>
internal sealed partial class JupyterServer(Workplace workplace, int? port, bool noBrowser, int threads)
{
    private const int Terminate = 15;

    // A terminal sends Ctrl-C to the server too, which then ends its kernels; a second signal would disturb it. The command itself is ended
    // 1.9 s after Ctrl-C.
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.8);

    /// <summary>Runs until the server ends or Ctrl-C.</summary>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="UserErrorException">There is no Jupyter.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        string program = JupyterTools.Server
            ?? throw new UserErrorException("Jupyter is missing; install it with: sudo apt-get install -y --no-install-recommends jupyter-notebook");
        using Process server = Process.Start(Describe(program))!;
        try
        {
            await server.WaitForExitAsync(cancellation);
            return server.ExitCode == 0 ? ExitCode.Ok : throw new UserErrorException($"Jupyter ended with code {server.ExitCode}; its last lines above say why");
        }
        catch (OperationCanceledException)
        {
            await EndAsync(server);
            return ExitCode.Ok;
        }
    }

    private ProcessStartInfo Describe(string program)
    {
        string data = Path.Combine(workplace.Artifacts, "jupyter");
        KernelSpec.Write(data);
        // -y: Ctrl-C ends it without a question.
        var start = new ProcessStartInfo(program, [workplace.Notebooks, "-y", $"--MultiKernelManager.default_kernel_name={KernelSpec.Name}"])
        {
            WorkingDirectory = workplace.Notebooks,
        };
        if (port is { } number)
            start.ArgumentList.Add($"--port={number.ToString(CultureInfo.InvariantCulture)}");
        if (noBrowser)
            start.ArgumentList.Add("--no-browser");
        // Jupyter refuses to serve root unless told that this is meant.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--allow-root");
        string? path = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(path) ? data : data + Path.PathSeparator + path;
        foreach (string name in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LIMPID_THREADS"])
            start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>Lets the server end its kernels; what does not end in time is killed.</summary>
    private static async Task EndAsync(Process server)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (await EndedAsync(server, Alone))
                return;
            _ = SendSignal(server.Id, Terminate);
            if (await EndedAsync(server, Farewell))
                return;
        }
        server.Kill(entireProcessTree: true);
    }

    private static async Task<bool> EndedAsync(Process server, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            await server.WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
