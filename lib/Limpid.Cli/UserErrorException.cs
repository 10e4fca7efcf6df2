namespace Limpid.Cli;

/// <summary>Something the user can mend; the message is one sentence that says what and how.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, if another exception is.</param>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
