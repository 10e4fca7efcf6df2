using Spectre.Console;

namespace Limpid.Cli.Progress;

/// <summary>Shows pieces of work: bars with the remaining time on a terminal, plain lines elsewhere.</summary>
internal abstract class ProgressBoard
{
    /// <summary>Adds a piece of work, not yet begun.</summary>
    /// <param name="name">Its name, as shown.</param>
    public abstract IProgressItem Add(string name);

    /// <summary>Runs work that reports to a board.</summary>
    /// <param name="context">Where to show it.</param>
    /// <param name="work">The work.</param>
    public static async Task RunAsync(CommandContext context, Func<ProgressBoard, Task> work)
    {
        if (context.Live)
            await context.Console.Progress().AutoClear(false).Columns(LiveBoard.Columns(context.Console.Profile.Width))
                .StartAsync(progress => work(new LiveBoard(progress)));
        else
            await work(new PlainBoard(context.Out));
    }
}
