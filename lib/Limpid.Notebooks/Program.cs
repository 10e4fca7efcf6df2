using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks;

/// <summary>The worker process. <see cref="NotebookRunner"/> starts it; the limpid command is the one for people.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["worker", var pipe, var token, var folder]) return await Worker.RunAsync(pipe, token, folder).ConfigureAwait(false);
        await Console.Error.WriteLineAsync("This program is started by the limpid command: type ./limpid run NOTEBOOK.").ConfigureAwait(false);
        return 2;
    }
}
