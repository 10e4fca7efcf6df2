namespace Limpid.Reproduction;

/// <summary>The result of one claim as <c>artifacts/claims.json</c> and <c>full.json</c> hold it.</summary>
/// <param name="Paper">The paper's name in the repository.</param>
/// <param name="Notebook">The notebook that evaluates the claim.</param>
/// <param name="Id">The claim's id.</param>
/// <param name="Claim">The claim as a sentence.</param>
/// <param name="Reference">The paper's figure, table or equation.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Kind">By which rule it is decided.</param>
/// <param name="PaperValue">The paper's number, if it gives one.</param>
/// <param name="Ours">Mean of ours over the seeds; for an identity without a paper's number the largest deviation; null if not evaluated.</param>
/// <param name="Spread">Standard deviation of ours over the seeds (n - 1); null for fewer than two.</param>
/// <param name="Seeds">Number of replicates behind <paramref name="Ours"/>, or declared if not evaluated.</param>
/// <param name="Tolerance">Number: the difference allowed; direction: the margin; identity: the deviation allowed; null if not evaluated.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Note">Why, in words.</param>
/// <param name="Mode">The mode of the run.</param>
public sealed record ClaimRecord(
    string Paper,
    string Notebook,
    string Id,
    string Claim,
    string Reference,
    ClaimSource Source,
    ClaimKind Kind,
    double? PaperValue,
    double? Ours,
    double? Spread,
    int Seeds,
    double? Tolerance,
    Verdict Verdict,
    string Note,
    RunMode Mode);
