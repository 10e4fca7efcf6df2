using System.CommandLine;
using System.Diagnostics;

namespace Limpid.Cli.Commands;

/// <summary><c>bench</c>: speed side by side with what a user would pick instead.</summary>
internal static class BenchCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var command = new Command("bench", "Measures speed side by side with PyTorch; writes artifacts/bench.md.");
        command.SetAction((_, cancellation) => RunAsync(context.Workplace, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Workplace workplace, CancellationToken cancellation)
    {
        string program = workplace.Program("Limpid.Benchmarks");
        if (!File.Exists(program))
            throw new UserErrorException($"{program} is not built; build it with: dotnet build tests/Limpid.Benchmarks -c Release");
        using Process process = Process.Start(new ProcessStartInfo(Dotnet.Path, [program]) { WorkingDirectory = workplace.Root })!;
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
