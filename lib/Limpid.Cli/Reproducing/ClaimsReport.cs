using System.Globalization;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>Prints claims and the headline.</summary>
internal static class ClaimsReport
{
    private const int WideEnough = 110;

    /// <summary>Prints the table and the headline.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="claims">The claims.</param>
    public static void Print(CommandContext context, IReadOnlyList<ClaimRecord> claims)
    {
        if (claims.Count == 0)
        {
            context.Out.WriteLine("no claim was evaluated");
            return;
        }
        if (context.Live && context.Console.Profile.Width < WideEnough)
            foreach (ClaimRecord claim in claims)
                context.Out.WriteLine($"{claim.Id}: {claim.Verdict.Text()}\n  {claim.Claim}\n  paper {Paper(claim)}, ours {Ours(claim)}");
        else
            Tables.Write(
                context,
                ["paper", "id", "claim", "paper's value", "ours", "verdict"],
                [.. claims.Select(claim => new[] { claim.Paper, claim.Id, claim.Claim, Paper(claim), Ours(claim), claim.Verdict.Text() })]);
        context.Out.WriteLine(Headline(claims));
    }

    /// <summary>How many claims held. Claims of our own are not counted.</summary>
    /// <param name="claims">The claims.</param>
    public static string Headline(IReadOnlyList<ClaimRecord> claims)
    {
        ClaimRecord[] counted = [.. claims.Where(claim => claim.Source != ClaimSource.Ours)];
        int Number(Verdict verdict) => counted.Count(claim => claim.Verdict == verdict);
        int own = claims.Count - counted.Length;
        return $"{Number(Verdict.Reproduced)} of {counted.Length} claims reproduced, {Number(Verdict.Partly)} partly, {Number(Verdict.NotReproduced)} not, "
            + $"{Number(Verdict.NotTested)} not tested{(own > 0 ? $" ({own} of our own not counted)" : "")}";
    }

    /// <summary>The paper's value, or "-".</summary>
    /// <param name="claim">The claim.</param>
    public static string Paper(ClaimRecord claim) => Number(claim.PaperValue, "G4");

    /// <summary>Our value with its spread, or "-".</summary>
    /// <param name="claim">The claim.</param>
    public static string Ours(ClaimRecord claim) => Number(claim.Ours, "G4") + (claim is { Ours: not null, Spread: not null } ? " ± " + Number(claim.Spread, "G2") : "");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
