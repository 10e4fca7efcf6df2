using System.Globalization;
using Limpid.Reproduction;

namespace Limpid.Cli.Checking;

/// <summary>Compares what two runs found for one claim.</summary>
internal static class ClaimComparison
{
    /// <summary>What differs, in words, or null if they agree.</summary>
    /// <param name="now">The claim in this run.</param>
    /// <param name="stored">The stored one.</param>
    /// <param name="timed">Whether the number is made of times; then the verdict counts alone.</param>
    /// <param name="sameMachine">Whether the numbers must be equal.</param>
    public static string? Difference(ClaimRecord now, ClaimRecord stored, bool timed, bool sameMachine)
    {
        string numbers = $"{Number(now)} where {Number(stored)} is stored";
        if (now.Verdict != stored.Verdict)
            return $"{now.Verdict.Text()} now, {stored.Verdict.Text()} stored; {numbers}";
        if (timed)
            return null;
        if (sameMachine)
            return CheckTolerance.AreEqual(now.Ours, stored.Ours) && CheckTolerance.AreEqual(now.Spread, stored.Spread) ? null : $"{numbers}, must be equal";
        if (now.Ours is not { } ours || stored.Ours is not { } theirs)
            return now.Ours is null == stored.Ours is null ? null : numbers;
        double allowed = Allowed(now, stored, theirs);
        return Math.Abs(ours - theirs) <= allowed ? null : $"{numbers}, allowed ±{Text(allowed)}";
    }

    // The claim's own tolerance where it has one; a direction's is its margin, which is none.
    private static double Allowed(ClaimRecord now, ClaimRecord stored, double theirs)
    {
        double seeds = 2 * Math.Sqrt((Square(now.Spread) / Math.Max(1, now.Seeds)) + (Square(stored.Spread) / Math.Max(1, stored.Seeds)));
        if (stored.Verdict != Verdict.NotTested && stored.Kind != ClaimKind.Direction && stored.Tolerance is { } own)
            return Math.Max(own, seeds);
        bool counts = theirs == Math.Round(theirs) && now.Ours == Math.Round(now.Ours ?? 0.5);
        return Math.Max(Math.Max(CheckTolerance.Claim * Math.Abs(theirs), counts ? CheckTolerance.Count : 0), seeds);
    }

    private static double Square(double? value) => value is { } known ? known * known : 0;

    private static string Number(ClaimRecord claim) => Text(claim.Ours) + (claim.Spread is { } spread ? $" ± {spread.ToString("G3", CultureInfo.InvariantCulture)}" : "");

    private static string Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "no number";
}
