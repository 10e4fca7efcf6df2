namespace Limpid.Notebooks;

/// <summary>A file is no notebook this host can run; the message is one sentence that says why.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>With a sentence for the user.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="inner">What was met while reading, or null.</param>
    public NotebookFormatException(string message, Exception? inner = null) : base(message, inner) { }
}
