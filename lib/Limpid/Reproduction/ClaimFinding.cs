namespace Limpid.Reproduction;

/// <summary>What a rule makes of the numbers: the verdict, the tolerance used, and why in words.</summary>
internal sealed record ClaimFinding(Verdict Verdict, double? Tolerance, string Note);
