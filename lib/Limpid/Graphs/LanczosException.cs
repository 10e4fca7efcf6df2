namespace Limpid.Graphs;

/// <summary>Lanczos' method did not reach the tolerance in the restarts it has.</summary>
/// <param name="message">What was asked for and what was reached.</param>
public sealed class LanczosException(string message) : Exception(message);
