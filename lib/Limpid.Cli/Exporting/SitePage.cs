using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Exporting;

/// <summary>A notebook as the site shows it.</summary>
/// <param name="Entry">The notebook.</param>
/// <param name="Notebook">The copy whose outputs are shown.</param>
/// <param name="Origin">Where that copy comes from.</param>
/// <param name="Facts">What is known of its run.</param>
/// <param name="Claims">Its claims, with what that run or the stored results found.</param>
internal sealed record SitePage(NotebookEntry Entry, NotebookFile Notebook, PageOrigin Origin, PageFacts Facts, IReadOnlyList<ClaimRecord> Claims)
{
    /// <summary>The page's path below the site, with slashes. The first page has the name "index" already.</summary>
    public string Path => (Entry.Stem == "index" ? "index-notebook" : Entry.Stem) + ".html";

    /// <summary>The same as an address in a link.</summary>
    public string Address => string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The way from the page to the site's folder: empty or <c>../</c> as often as needed.</summary>
    public string ToRoot => string.Concat(Enumerable.Repeat("../", Entry.Stem.Count(c => c == '/')));

    /// <summary>Where the outputs come from, in words.</summary>
    public string OriginText => Origin switch
    {
        PageOrigin.Repository => "run stored in the repository",
        PageOrigin.Artifacts => "local run",
        _ => "not run",
    };
}
