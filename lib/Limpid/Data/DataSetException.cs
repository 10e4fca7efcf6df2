namespace Limpid.Data;

/// <summary>A data set can't be had, found, stored or read; the message is one sentence for the user.</summary>
/// <param name="message">What is wrong and what was expected.</param>
/// <param name="inner">The cause, if another exception is.</param>
public abstract class DataSetException(string message, Exception? inner = null) : Exception(message, inner);
