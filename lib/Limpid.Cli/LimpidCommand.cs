using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Limpid.Cli.Commands;
using Limpid.Notebooks;

namespace Limpid.Cli;

/// <summary>The command line: parses it, runs the command, turns every error a user can make into one sentence.</summary>
internal static class LimpidCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after <c>limpid</c>.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="workplace">The checkout, or null for the one that holds this program.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, Workplace? workplace = null, CancellationToken cancellation = default)
    {
        try
        {
            Command root = Create(new CommandContext(workplace ?? Workplace.Find(), output, error));
            ParseResult parsed = root.Parse(args.Length == 0 || args is ["help"] ? ["--help"] : args);
            // An unknown option would otherwise be taken for an argument.
            if (args.FirstOrDefault(arg => IsUnknownOption(arg, parsed)) is { } option)
                throw new WrongUseException(Unknown(option, parsed));
            if (args.Any(IsEmpty))
                throw new WrongUseException($"'{Path(parsed.CommandResult)}' got an empty argument; type '{Path(parsed.CommandResult)} --help'.");
            if (parsed.Errors.Count > 0)
                throw new WrongUseException(Sentence(parsed));
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("limpid: interrupted.");
            return ExitCode.Interrupted;
        }
        catch (WrongUseException e)
        {
            error.WriteLine($"limpid: {e.Message}");
            return ExitCode.WrongUse;
        }
        catch (Exception e) when (e is UserErrorException or Data.DataSetException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"limpid: {e.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Failed;
        }
    }

    // A plain command, not a RootCommand: help then shows the name that users type.
    private static Command Create(CommandContext context) =>
        new("./limpid", "Limpid: a workbench for seeing into neural networks. Reproduces five published methods, claim by claim.")
        {
            ReproduceCommand.Create(context),
            RunCommand.Create(context),
            LabCommand.Create(context),
            TestCommand.Create(context),
            DataCommand.Create(context),
            ExportCommand.Create(context),
            BenchCommand.Create(context),
            DoctorCommand.Create(context),
            new HelpOption(),
            new VersionOption(),
        };

    private static string Sentence(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = Path(parsed.CommandResult);
        if (parsed.UnmatchedTokens is [var wrong, ..])
            return Unknown(wrong, parsed);
        if (command.Subcommands.Count > 0)
            return $"'{name}' needs one of {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
        return command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 }) is { } missing
            ? $"'{name}' needs {missing.Name}; type '{name} --help'."
            : $"{parsed.Errors[0].Message.TrimEnd('.')}; type '{name} --help'.";
    }

    private static bool IsUnknownOption(string arg, ParseResult parsed) => arg.StartsWith('-')
        && parsed.CommandResult.Command.Arguments.Any(argument => parsed.GetResult(argument) is { } result && result.Tokens.Any(token => token.Value == arg));

    private static bool IsEmpty(string arg) => string.IsNullOrWhiteSpace(arg) || (arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=', StringComparison.Ordinal) == arg.Length - 1);

    private static string Unknown(string wrong, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = Path(parsed.CommandResult);
        string what = wrong.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        string near = Suggestion.For(wrong, command.Options.Where(option => !option.Hidden).Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)));
        return $"'{name}' has no {what} '{wrong}'{(near == "." ? $"; type '{name} --help'." : near)}";
    }

    private static string Path(SymbolResult? result) =>
        result is CommandResult command ? $"{Path(command.Parent)} {command.Command.Name}".TrimStart() : "";
}
