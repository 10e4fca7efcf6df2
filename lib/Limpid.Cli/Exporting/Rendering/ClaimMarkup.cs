using Limpid.Cli.Reproducing;
using Limpid.Reproduction;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>Claims as rows of the index.</summary>
internal static class ClaimMarkup
{
    /// <summary>The classes of an element that shows a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string ClassOf(Verdict verdict) => "verdict " + verdict.Text().Replace(' ', '-');

    /// <summary>One row: verdict, claim, reference, paper's number, ours, notebook.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="page">The page that shows it.</param>
    /// <param name="target">Its address, with the place of the claims.</param>
    public static string Row(ClaimRecord claim, SitePage page, string target) => $"""
        <tr data-verdict="{Markup.Encode(claim.Verdict.Text())}" data-paper="{Markup.Encode(claim.Paper)}">
        <td class="{ClassOf(claim.Verdict)}">{claim.Verdict.Text()}</td>
        <td class="claim">{Markup.Encode(claim.Claim)} <span class="source">{Markup.Encode(claim.Reference)}{(claim.Source == ClaimSource.Paper ? "" : ", " + Markup.Encode(Json.Word(claim.Source)))}</span></td>
        <td class="number" data-label="paper">{Markup.Encode(ClaimsReport.Paper(claim))}</td>
        <td class="number" data-label="ours">{Markup.Encode(ClaimsReport.Ours(claim))}</td>
        <td data-label="notebook"><a href="{Markup.Encode(target)}">{Markup.Encode(page.Entry.Title)}</a></td>
        </tr>

        """;
}
