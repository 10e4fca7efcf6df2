using System.Runtime.InteropServices;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Runs a notebook in a process that a test can kill.</summary>
internal static class RunnerDoor
{
    public const string Word = "run-notebook";

    public static async Task<int> RunAsync(string notebook, string output)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        var request = new RunRequest { NotebookPath = notebook, OutputPath = output, Threads = 1 };
        var result = await NotebookRunner.RunAsync(request, new Shout(), stop.Token);
        Console.WriteLine($"{result.Status}: {result.Message}");
        return result.Succeeded ? 0 : 1;
    }

    private sealed class Shout : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Running is { } cell) Console.WriteLine($"cell {cell}");
        }
    }
}
