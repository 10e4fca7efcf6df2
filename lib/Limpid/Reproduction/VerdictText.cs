namespace Limpid.Reproduction;

/// <summary>Verdicts in words.</summary>
public static class VerdictText
{
    /// <summary><c>reproduced</c>, <c>partly</c>, <c>not reproduced</c> or <c>not tested</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Text(this Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.Partly => "partly",
        Verdict.NotReproduced => "not reproduced",
        _ => "not tested",
    };
}
