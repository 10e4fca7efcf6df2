namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>A connection file this kernel can't serve; the message is one sentence and never holds the key.</summary>
internal sealed class ConnectionFileException(string message) : Exception(message);
