using System.Globalization;

namespace Limpid.Notebooks.Outputs;

/// <summary>
/// Passes on the first characters of a cell's text and of its displays. What comes later is counted, not kept, and a note says so: an endless
/// print must neither fill the disk nor hide that something is missing. Errors always pass.
/// </summary>
internal sealed class CappedSink(ICellSink sink, long textLimit, long displayLimit) : ICellSink
{
    private long _text;
    private long _textDropped;
    private long _displays;
    private long _displaysDropped;

    public void Write(CellOutput output)
    {
        if (output is StreamOutput stream) Text(stream);
        else if (output is DisplayOutput { Data: var shown }) Display(output, shown);
        else if (output is ResultOutput { Data: var result }) Display(output, result);
        else if (output is UpdateOutput { Data: var updated } && updated.Length > displayLimit) _displaysDropped++;
        else sink.Write(output);
    }

    /// <summary>Writes the note if something was cut; to be called when the cell has ended.</summary>
    public void Finish()
    {
        var culture = CultureInfo.InvariantCulture;
        if (_textDropped > 0)
            Note(string.Create(culture, $"the limit of {textLimit:N0} characters of text per cell was reached and {_textDropped:N0} more were dropped"));
        if (_displaysDropped > 0)
            Note(string.Create(culture, $"the limit of {displayLimit:N0} characters of displays per cell was reached and {_displaysDropped:N0} displays were dropped"));
    }

    private void Note(string sentence) => sink.Write(new StreamOutput("stderr", $"\n[output cut: {sentence}]\n"));

    private void Text(StreamOutput stream)
    {
        var length = stream.Text.Length;
        var room = (int)Math.Clamp(textLimit - _text, 0, length);
        if (_textDropped > 0) room = 0;
        if (room > 0 && room < length && char.IsHighSurrogate(stream.Text[room - 1])) room--;
        _text += room;
        _textDropped += length - room;
        if (room > 0) sink.Write(room == length ? stream : stream with { Text = stream.Text[..room] });
    }

    private void Display(CellOutput output, MimeBundle data)
    {
        if (_displays + data.Length > displayLimit)
        {
            _displaysDropped++;
            return;
        }
        _displays += data.Length;
        sink.Write(output);
    }
}
