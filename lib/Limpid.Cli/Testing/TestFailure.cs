namespace Limpid.Cli.Testing;

/// <summary>One failed test.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Message">What the assertion said.</param>
/// <param name="Trace">Where.</param>
internal sealed record TestFailure(string Name, string Message, string Trace);
