namespace Limpid.Display;

/// <summary>Writes values of one type in one MIME type; engines call it by the names of its members.</summary>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> text)
    where T : class
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
            return false;
        writer.Write(text(value));
        return true;
    }
}
