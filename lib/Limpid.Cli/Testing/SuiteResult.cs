namespace Limpid.Cli.Testing;

/// <summary>What came out of one suite.</summary>
/// <param name="Name">Name of its project.</param>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Skipped">Tests that were skipped.</param>
/// <param name="Failures">Tests that failed; a suite that died or held no test counts as one.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record SuiteResult(string Name, int Passed, int Skipped, IReadOnlyList<TestFailure> Failures, double Seconds);
