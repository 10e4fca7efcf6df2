using System.Text;

namespace Limpid.Notebooks.Outputs;

/// <summary>
/// Serialises the outputs of a cell into a sink and joins console text: one message per <c>Write</c> would drown any front end.
/// Text leaves after 50 ms, at 32 KiB, when the stream changes, and before any other output.
/// </summary>
internal sealed class StreamBatcher : ICellSink, IDisposable
{
    private const int Limit = 32 * 1024;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly ICellSink _sink;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private string _stream = "stdout";

    public StreamBatcher(ICellSink sink)
    {
        _sink = sink;
        _timer = new Timer(_ => Flush());
    }

    public void Append(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        lock (_gate)
        {
            if (_stream != stream) FlushLocked();
            _stream = stream;
            if (_text.Length == 0) _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            _text.Append(text);
            if (_text.Length >= Limit) FlushLocked();
        }
    }

    public void Write(CellOutput output)
    {
        if (output is StreamOutput stream)
        {
            Append(stream.Name, stream.Text);
            return;
        }
        lock (_gate)
        {
            FlushLocked();
            _sink.Write(output);
        }
    }

    public void Flush()
    {
        lock (_gate) FlushLocked();
    }

    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void FlushLocked()
    {
        if (_text.Length == 0) return;
        var output = new StreamOutput(_stream, _text.ToString());
        _text.Clear();
        _sink.Write(output);
    }
}
