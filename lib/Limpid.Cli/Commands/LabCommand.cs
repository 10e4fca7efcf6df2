using System.CommandLine;
using Limpid.Cli.Lab;
using Limpid.Notebooks.Jupyter;

namespace Limpid.Cli.Commands;

/// <summary><c>lab</c>: the notebooks in Jupyter, with the kernel of this checkout.</summary>
internal static class LabCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var noBrowser = new Option<bool>("--no-browser") { Description = "Prints the address instead of opening it." };
        Option<int?> port = NotebookOptions.Count("--port", "The port of the server (default: 8888, or the next one free).");
        Option<int?> threads = NotebookOptions.Count("--threads", "Threads for libtorch and BLAS in each notebook (default: the cores).");
        var register = new Option<bool>("--register") { Description = "Instead of opening: installs the kernel for you, so that your own Jupyter and VS Code find it." };
        var unregister = new Option<bool>("--unregister") { Description = "Removes what --register installed." };
        var command = new Command("lab", "Opens the notebooks in Jupyter.") { noBrowser, port, threads, register, unregister };
        command.SetAction((parsed, cancellation) =>
        {
            bool on = parsed.GetValue(register), off = parsed.GetValue(unregister);
            if (on && off)
                throw new WrongUseException("--register and --unregister exclude each other.");
            if (parsed.GetValue(port) is > 65535 and var wrong)
                throw new WrongUseException($"--port is '{wrong}'; expected at most 65535.");
            if (on || off)
                return Task.FromResult(Register(context, on));
            var server = new JupyterServer(context.Workplace, parsed.GetValue(port), parsed.GetValue(noBrowser), parsed.GetValue(threads) ?? Environment.ProcessorCount);
            return server.RunAsync(cancellation);
        });
        return command;
    }

    private static int Register(CommandContext context, bool on)
    {
        var registration = new KernelRegistration(JupyterTools.DataFolder(context.Workplace.Root));
        if (on)
        {
            context.Out.WriteLine($"{registration.Add()}: the kernel '{KernelSpec.DisplayName}' of this checkout. To remove it: ./limpid lab --unregister");
            return ExitCode.Ok;
        }
        context.Out.WriteLine(registration.Remove() is { } folder ? $"{folder} is removed." : "No kernel of Limpid was registered.");
        return ExitCode.Ok;
    }
}
