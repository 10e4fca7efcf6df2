using Spectre.Console;

namespace Limpid.Cli.Progress;

/// <summary>A bar for each piece of work.</summary>
internal sealed class LiveBoard(ProgressContext progress) : ProgressBoard
{
    /// <inheritdoc/>
    public override IProgressItem Add(string name) => new Item(progress.AddTask(Markup.Escape(name), autoStart: false), name);

    /// <summary>The columns that fit.</summary>
    /// <param name="width">Columns of the terminal.</param>
    public static ProgressColumn[] Columns(int width)
    {
        var description = new TaskDescriptionColumn { Alignment = Justify.Left };
        return width >= 80
            ? [description, new ProgressBarColumn { Width = Math.Min(30, width / 4) }, new PercentageColumn(), new RemainingTimeColumn()]
            : [description, new PercentageColumn()];
    }

    private sealed class Item(ProgressTask task, string name) : IProgressItem
    {
        public void Report(double fraction, string note)
        {
            if (!task.IsStarted)
                task.StartTask();
            task.Description = Markup.Escape($"{name}  {note}");
            // A bar at its end would stop its clock; only End ends.
            task.Value = Math.Min(99.9, 100 * fraction);
        }

        public void End(string result)
        {
            if (!task.IsStarted)
                task.StartTask();
            task.Description = Markup.Escape($"{name}  {result}");
            task.Value = 100;
            task.StopTask();
        }
    }
}
