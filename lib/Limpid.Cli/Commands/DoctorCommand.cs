using System.CommandLine;
using Limpid.Cli.Diagnosis;
using Limpid.Cli.Lab;

namespace Limpid.Cli.Commands;

/// <summary><c>doctor</c>: what is installed, what is in use, what is missing and the command that mends it.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var command = new Command("doctor", "Says what is installed and in use, what is missing, and the command that mends it.");
        command.SetAction(_ => Print(context.Out, [.. Examine(context.Workplace)]));
        return command;
    }

    /// <summary>Prints findings, then what mends what is missing.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="findings">The findings.</param>
    public static int Print(TextWriter output, IReadOnlyList<Finding> findings)
    {
        int width = findings.Max(finding => finding.Subject.Length);
        foreach (Finding finding in findings)
            output.WriteLine($"{finding.Subject.PadRight(width)}  {finding.Text}");
        Finding[] missing = [.. findings.Where(finding => finding.Mend is not null)];
        output.WriteLine(missing.Length == 0 ? "nothing is missing" : "to mend:");
        foreach (Finding finding in missing)
            output.WriteLine($"{finding.Subject.PadRight(width)}  {finding.Mend}");
        return missing.Any(finding => finding.Required) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static IEnumerable<Finding> Examine(Workplace workplace) =>
    [
        Sdk(workplace),
        .. PackageFindings.Of(workplace),
        .. LibraryFindings.Of(workplace),
        new Finding("threads", Threads()),
        .. ChartFindings.Of(workplace),
        Jupyter(),
        .. DataFindings.Of(),
        Library(workplace),
    ];

    private static Finding Sdk(Workplace workplace) => Tools.Output(Dotnet.Path, workplace.Root, "--version") is { } version
        ? new Finding(".NET SDK", $"{version}, runtime {Environment.Version}")
        : new Finding(".NET SDK", "none that global.json accepts", "https://dotnet.microsoft.com/download/dotnet/10.0", Required: true);

    private static Finding Jupyter() => JupyterTools.Server is { } server
        ? new Finding("Jupyter", server)
        : new Finding("Jupyter", "missing; needed by ./limpid lab and by the tests", "sudo apt-get install -y --no-install-recommends jupyter-notebook");

    private static string Threads()
    {
        string[] set = [.. new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LIMPID_THREADS" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.value is not null).Select(pair => $"{pair.name}={pair.value}")];
        return $"{Environment.ProcessorCount} cores{(set.Length > 0 ? "; " + string.Join(", ", set) : "")}";
    }

    private static Finding Library(Workplace workplace)
    {
        string library = Path.Combine(workplace.Publish, "Limpid.dll");
        return File.Exists(library)
            ? new Finding("lib/publish", $"built {File.GetLastWriteTimeUtc(library):u}")
            : new Finding("lib/publish", "not built yet; reproduce and run build it", "dotnet publish lib/Limpid -o lib/publish");
    }
}
