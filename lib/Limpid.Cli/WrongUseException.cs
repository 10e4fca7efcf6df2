namespace Limpid.Cli;

/// <summary>The command line itself is wrong; the message is one sentence.</summary>
/// <param name="message">The sentence.</param>
internal sealed class WrongUseException(string message) : Exception(message);
