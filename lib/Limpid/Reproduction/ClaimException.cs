namespace Limpid.Reproduction;

/// <summary>A claims file says something that can't be decided, or a notebook evaluates a claim otherwise than declared.</summary>
/// <param name="message">Which claim, what is wrong and what was expected.</param>
/// <param name="inner">The cause, if another exception is.</param>
public sealed class ClaimException(string message, Exception? inner = null) : Exception(message, inner);
