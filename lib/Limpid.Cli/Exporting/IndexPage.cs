using System.Text;
using Limpid.Cli.Exporting.Rendering;
using Limpid.Cli.Reproducing;
using Limpid.Reproduction;

namespace Limpid.Cli.Exporting;

/// <summary>The first page: every notebook, and every claim with its verdict.</summary>
/// <param name="pages">The pages of the site and what was written of them.</param>
internal sealed class IndexPage(IReadOnlyList<(SitePage Page, NotebookPage Written)> pages)
{
    private const string Description = "Published methods for seeing into neural networks, reproduced in notebooks: which claims held, with the paper's number and ours.";

    private static readonly Verdict[] Verdicts = [Verdict.Reproduced, Verdict.Partly, Verdict.NotReproduced, Verdict.NotTested];

    private readonly (SitePage Page, ClaimRecord Claim, string Target)[] _claims =
        [.. pages.SelectMany(pair => pair.Page.Claims.Select(claim => (pair.Page, claim, pair.Page.Address + (pair.Written.Content.HasClaims ? "#claims" : ""))))];

    /// <summary>Writes the page.</summary>
    /// <param name="shell">What is around it.</param>
    public string Write(PageShell shell) => shell.Page("Limpid: what held", Description, "", "<b>Limpid</b>", $"""
        <div class="sheet index">
        <main id="main">
        <h1>What held</h1>
        <p class="lead">Notebooks that reproduce the experiments of published papers on real data. Each claim of a paper was declared with its tolerance and seeds
        before the run that decides it; here is what became of it.</p>
        {Claims()}{string.Concat(pages.GroupBy(pair => pair.Page.Entry.Paper).Select(Paper))}</main>
        </div>

        """, charts: false);

    private string Claims() => _claims.Length == 0 ? "<p class=\"notice\">No claim has been evaluated yet.</p>\n" : $"""
        <section aria-labelledby="claims-title">
        <h2 id="claims-title">Claims</h2>
        <p class="headline">{Markup.Encode(ClaimsReport.Headline([.. _claims.Select(item => item.Claim)]))}.</p>
        {Filter()}<div class="scroll"><table class="claims" id="claims">
        <thead><tr><th scope="col">verdict</th><th scope="col">claim</th><th scope="col" class="number">paper</th><th scope="col" class="number">ours</th><th scope="col">notebook</th></tr></thead>
        {string.Concat(_claims.GroupBy(item => item.Page.Entry.Paper).Select(Group))}</table></div>
        <p class="note"><b>Reproduced</b>: the claim's rule is met. <b>Partly</b>: the direction is right in at least 80 % of the seeds, but test or number is missed.
        <b>Not tested</b>: this run does not decide it, or the paper does not state its setting. Ours is the mean over the seeds ± their standard deviation.</p>
        </section>

        """;

    private static string Group(IGrouping<string, (SitePage Page, ClaimRecord Claim, string Target)> paper) => $"""
        <tbody>
        <tr class="paper"><th colspan="5" scope="rowgroup">{Markup.Encode(Name(paper.Key))}</th></tr>
        {string.Concat(paper.Select(item => ClaimMarkup.Row(item.Claim, item.Page, item.Target)))}</tbody>

        """;

    // Shown by the script that makes it work.
    private string Filter()
    {
        var chips = new StringBuilder();
        foreach (Verdict verdict in Verdicts)
            if (_claims.Count(item => item.Claim.Verdict == verdict) is var count and > 0)
                chips.Append($"<label><input type=\"checkbox\" value=\"{verdict.Text()}\" checked> {verdict.Text()} <small>{count}</small></label>\n");
        string[] papers = [.. _claims.Select(item => item.Claim.Paper).Distinct()];
        string choice = papers.Length < 2 ? "" : $"<label>Paper <select><option value=\"\">all</option>{string.Concat(papers.Select(paper => $"<option value=\"{Markup.Encode(paper)}\">{Markup.Encode(Name(paper))}</option>"))}</select></label>\n";
        return $"""
            <div class="filter" role="search" aria-label="Filter the claims" hidden>
            <fieldset><legend>Verdict</legend>
            {chips}</fieldset>
            {choice}<label>Words <input type="search" autocomplete="off"></label>
            <output aria-live="polite"></output>
            </div>

            """;
    }

    private static string Paper(IGrouping<string, (SitePage Page, NotebookPage Written)> paper) => $"""
        <section{(paper.Key.Length > 0 ? $" id=\"{SiteLinks.Slug(paper.Key)}\"" : "")}>
        <h2>{Markup.Encode(Name(paper.Key))}</h2>
        {string.Concat(paper.Select(pair => Notebook(pair.Page, pair.Written)))}</section>

        """;

    private static string Notebook(SitePage page, NotebookPage written) => $"""
        <article>
        <h3><a href="{Markup.Encode(page.Address)}">{Markup.Encode(written.Title)}</a></h3>
        {(written.Lead.Length > 0 ? $"<p>{written.Lead}</p>\n" : "")}{(page.Origin == PageOrigin.NotRun ? "<p class=\"notice\">Not run yet.</p>\n" : $"""
        <ul class="facts" aria-label="About this run">
        {string.Concat(page.Facts.Brief.Select(row => $"<li><span>{row.Name}</span> {Markup.Encode(row.Value)}</li>\n"))}<li><span>outputs</span> {page.OriginText}</li>
        </ul>

        """)}</article>

        """;

    // A folder's name read aloud.
    private static string Name(string paper) => paper.Length == 0 ? "Notebooks" : char.ToUpperInvariant(paper[0]) + paper[1..].Replace('-', ' ');
}
