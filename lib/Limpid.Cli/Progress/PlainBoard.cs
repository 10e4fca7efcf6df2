using System.Diagnostics;

namespace Limpid.Cli.Progress;

/// <summary>A line when a piece of work begins, ends, and every minute between.</summary>
internal sealed class PlainBoard(TextWriter output) : ProgressBoard
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override IProgressItem Add(string name) => new Item(this, name);

    private void Write(string line)
    {
        lock (output)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    private sealed class Item(PlainBoard board, string name) : IProgressItem
    {
        private readonly Stopwatch _sinceLine = new();

        public void Report(double fraction, string note)
        {
            if (_sinceLine.IsRunning && _sinceLine.Elapsed < Interval)
                return;
            board.Write(_sinceLine.IsRunning ? $"{name}  {fraction:P0}  {note}" : $"{name}  started");
            _sinceLine.Restart();
        }

        public void End(string result) => board.Write($"{name}  {result}");
    }
}
