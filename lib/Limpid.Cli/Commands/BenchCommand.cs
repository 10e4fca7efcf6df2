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
        var command = new Command("bench", "Measures speed side by side with PyTorch, scikit-learn and SciPy; writes artifacts/bench.md.");
        var only = new Option<string?>("--only") { Description = "Only the comparisons whose title holds this text." };
        command.Add(only);
        command.SetAction((parsed, cancellation) => RunAsync(context.Workplace, parsed.GetValue(only), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Workplace workplace, string? only, CancellationToken cancellation)
    {
        string program = workplace.Program("Limpid.Benchmarks");
        if (!File.Exists(program))
            throw new UserErrorException($"{program} is not built; build it with: dotnet build tests/Limpid.Benchmarks -c Release");
        string[] arguments =
        [
            program, "--out", Path.Combine(workplace.Root, "artifacts", "bench.md"), "--cli", workplace.Program("Limpid.Cli"),
            "--host", workplace.Program("Limpid.Notebooks"),
            .. only is null ? [] : new[] { "--only", only },
        ];
        using Process process = Process.Start(new ProcessStartInfo(Dotnet.Path, arguments) { WorkingDirectory = workplace.Root })!;
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
