namespace Limpid.Notebooks;

/// <summary>A parameter does not exist, or its value does not fit; the message is one sentence for the user.</summary>
/// <param name="message">The sentence.</param>
public sealed class ParameterException(string message) : Exception(message);
