namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>A peer broke the rules of ZMTP; its connection ends, and nothing else.</summary>
internal sealed class ZmtpException(string message) : IOException(message);
