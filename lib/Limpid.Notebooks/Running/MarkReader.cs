using System.Globalization;
using System.Text;

namespace Limpid.Notebooks.Running;

/// <summary>Splits what arrives on a worker's stdout or stderr into text and marks (see <c>NativeStreams</c>).</summary>
internal sealed class MarkReader(string stream, string token)
{
    private readonly string _prefix = $"\u001e{token}:";
    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
    private string _held = "";

    public IEnumerable<WorkerEvent> Read(ReadOnlySpan<byte> bytes)
    {
        var decoded = new char[_decoder.GetCharCount(bytes, flush: false)];
        _decoder.GetChars(bytes, decoded, flush: false);
        return Split(_held + new string(decoded));
    }

    /// <summary>What was held back because it looked like the start of a mark.</summary>
    public IEnumerable<WorkerEvent> Finish()
    {
        var rest = _held;
        _held = "";
        return rest.Length == 0 ? [] : [new WorkerEvent.NativeText(stream, rest)];
    }

    private List<WorkerEvent> Split(string text)
    {
        var events = new List<WorkerEvent>();
        _held = "";
        while (true)
        {
            var start = text.IndexOf(_prefix, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('\n', start);
            if (end < 0) break;
            Text(text[..start]);
            events.Add(new WorkerEvent.Mark(stream, int.Parse(text.AsSpan(start + _prefix.Length, end - start - _prefix.Length), CultureInfo.InvariantCulture)));
            text = text[(end + 1)..];
        }
        var hold = Incomplete(text);
        _held = text[hold..];
        Text(text[..hold]);
        return events;

        void Text(string part)
        {
            if (part.Length > 0) events.Add(new WorkerEvent.NativeText(stream, part));
        }
    }

    /// <summary>Where a mark that has not arrived completely begins; the text's length if there is none.</summary>
    private int Incomplete(string text)
    {
        var last = text.LastIndexOf('\u001e');
        if (last < 0) return text.Length;
        var tail = text[last..];
        return _prefix.StartsWith(tail, StringComparison.Ordinal) || tail.StartsWith(_prefix, StringComparison.Ordinal) ? last : text.Length;
    }
}
