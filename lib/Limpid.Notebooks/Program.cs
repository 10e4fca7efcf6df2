using Limpid.Notebooks.Jupyter;
using Limpid.Notebooks.Scripting;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks;

/// <summary>The worker process, which <see cref="NotebookRunner"/> starts, and the kernel, which Jupyter starts; the limpid command is the one for people.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["worker" or "kernel", ..]) CompilerStart.Begin();
        if (args is ["worker", var pipe, var token, var folder]) return await Worker.RunAsync(pipe, token, folder).ConfigureAwait(false);
        if (args is ["kernel", var connection]) return KernelProgram.Run(connection);
        await Console.Error.WriteLineAsync("This program is started by the limpid command: type ./limpid run NOTEBOOK, or ./limpid lab.").ConfigureAwait(false);
        return 2;
    }
}
