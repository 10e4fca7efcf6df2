using System.Text;

namespace Limpid.Notebooks.Outputs;

/// <summary>
/// Console.Out and Console.Error of the process, sent to the batcher of the cell that is running, whichever thread writes.
/// Between cells the text goes to the writers that were there before.
/// </summary>
internal static class ConsoleCapture
{
    private static readonly TextWriter Out = TextWriter.Synchronized(new Writer("stdout", Console.Out));
    private static readonly TextWriter Error = TextWriter.Synchronized(new Writer("stderr", Console.Error));
    private static volatile StreamBatcher? _target;

    public static void Begin(StreamBatcher target)
    {
        _target = target;
        // A cell may have called Console.SetOut itself; each cell starts with ours.
        Console.SetOut(Out);
        Console.SetError(Error);
    }

    public static void End() => _target = null;

    private sealed class Writer(string stream, TextWriter original) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override string NewLine => "\n";

        public override void Write(char value) => Write([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (_target is { } target) target.Append(stream, buffer);
            else original.Write(buffer);
        }

        public override void WriteLine() => Write('\n');

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

        // While a cell runs the batcher decides when text leaves: a Flush after each line would undo the joining.
        public override void Flush()
        {
            if (_target is null) original.Flush();
        }
    }
}
