using Limpid.Notebooks.Tests.Support;

// Workers and the sessions' console belong to the process: one test at a time.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

namespace Limpid.Notebooks.Tests;

internal static class Program
{
    private static async Task<int> Main(string[] args) =>
        args is [RunnerDoor.Word, var notebook, var output]
            ? await RunnerDoor.RunAsync(notebook, output)
            : args is [LabDoor.Word, var root] ? await LabDoor.RunAsync(root)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
