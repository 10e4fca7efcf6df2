namespace Limpid.Reproduction;

/// <summary>The rules that turn numbers into verdicts. They see declared claims and measured values, nothing else.</summary>
internal static class ClaimRule
{
    /// <summary>The level of the sign tests where the claim states none.</summary>
    public const double Level = 0.05;

    private const double PartlyShare = 0.8;

    /// <summary><c>|ours - paper| &lt;= max(2 sqrt(s_p^2/n_p + s_o^2/n_o), half the last printed digit, digitising error)</c>.</summary>
    public static ClaimFinding Number(Claim claim, IReadOnlyList<double> ours, IReadOnlyList<double>? baseline)
    {
        PrintedNumber paper = Printed(claim);
        double allowed = Allowed(claim, ours), mean = Sample.Mean(ours);
        string note = $"off by {Show.Number(Math.Abs(mean - paper.Value))}, allowed {Show.Number(allowed)}";
        if (Math.Abs(mean - paper.Value) <= allowed)
            return new ClaimFinding(Verdict.Reproduced, allowed, note);
        if (baseline is null)
            return new ClaimFinding(Verdict.NotReproduced, allowed, note);
        double[] differences = Differences(claim, ours, baseline, claim.Margin);
        return new ClaimFinding(IsPartly(differences) ? Verdict.Partly : Verdict.NotReproduced, allowed, $"{note}; {Right(differences)}");
    }

    /// <summary>One-sided sign test against the baseline and against the control, seed by seed, both p at most the claim's level.</summary>
    public static ClaimFinding Direction(Claim claim, IReadOnlyList<double> ours, IReadOnlyList<double> baseline, IReadOnlyList<double> control)
    {
        double[] differences = Differences(claim, ours, baseline, claim.Margin), beyond = Differences(claim, ours, control, 0);
        double p = SignTest.PValue(differences), pControl = SignTest.PValue(beyond);
        string note = $"mean difference {Show.Number(Sample.Mean(ours) - Sample.Mean(baseline))}; {Right(differences)}, p = {Show.Number(p)}; "
            + $"beyond {claim.Control}: {Right(beyond)}, p = {Show.Number(pControl)}";
        Verdict verdict = p <= claim.Level && pControl <= claim.Level ? Verdict.Reproduced : IsPartly(differences) ? Verdict.Partly : Verdict.NotReproduced;
        return new ClaimFinding(verdict, claim.Margin, note);
    }

    /// <summary><c>max |ours - expected| &lt;= tolerance</c>.</summary>
    public static ClaimFinding Identity(Claim claim, IReadOnlyList<double> ours, IReadOnlyList<double> expected)
    {
        double worst = ours.Zip(expected, (a, b) => Math.Abs(a - b)).Max(), allowed = claim.Tolerance!.Value;
        return new ClaimFinding(
            worst <= allowed ? Verdict.Reproduced : Verdict.NotReproduced, allowed, $"largest deviation {Show.Number(worst)}, allowed {Show.Number(allowed)}");
    }

    /// <summary>The tolerance of a number, from the claim and the spread of ours.</summary>
    public static double Allowed(Claim claim, IReadOnlyList<double> ours)
    {
        double spread = 0;
        if (claim.PaperSpread is { } printed && PrintedNumber.TryParse(printed, out PrintedNumber sp))
            spread += sp.Value * sp.Value / claim.PaperRuns!.Value;
        if (Sample.Deviation(ours) is { } so)
            spread += so * so / ours.Count;
        return Math.Max(2 * Math.Sqrt(spread), Math.Max(Printed(claim).LastDigit / 2, claim.DigitisingError ?? 0));
    }

    private static PrintedNumber Printed(Claim claim) => PrintedNumber.TryParse(claim.PaperValue!, out PrintedNumber paper)
        ? paper
        : throw new ClaimException($"The claim '{claim.Id}' has the paperValue '{claim.PaperValue}'; expected a number.");

    private static double[] Differences(Claim claim, IReadOnlyList<double> ours, IReadOnlyList<double> other, double margin)
    {
        double sign = claim.Direction == ClaimDirection.Less ? -1 : 1;
        return [.. ours.Zip(other, (a, b) => sign * (a - b - margin))];
    }

    private static bool IsPartly(double[] differences) => differences.Count(d => d > 0) >= PartlyShare * differences.Length;

    private static string Right(double[] differences) => $"right direction in {differences.Count(d => d > 0)} of {differences.Length} seeds";
}
