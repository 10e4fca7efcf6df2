using Spectre.Console;

namespace Limpid.Cli;

/// <summary>What a command works with.</summary>
/// <param name="Workplace">The checkout.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandContext(Workplace Workplace, TextWriter Out, TextWriter Error)
{
    /// <summary>Columns of lines that no terminal shows: enough that tables do not wrap.</summary>
    private const int PlainWidth = 160;

    /// <summary>Standard output with colours, tables and progress where it is a terminal.</summary>
    public IAnsiConsole Console { get; } = Create(Out);

    /// <summary>Whether standard output is a terminal that can redraw lines.</summary>
    public bool Live => Console.Profile.Capabilities.Interactive && Console.Profile.Capabilities.Ansi && Console.Profile.Width >= 40;

    private static IAnsiConsole Create(TextWriter writer)
    {
        bool terminal = ReferenceEquals(writer, System.Console.Out) && !System.Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
