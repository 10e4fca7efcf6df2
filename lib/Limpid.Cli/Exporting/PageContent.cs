using Limpid.Cli.Exporting.Rendering;

namespace Limpid.Cli.Exporting;

/// <summary>What a page gathers while it is written: pictures beside it, headings, names in use.</summary>
/// <param name="page">The page.</param>
internal sealed class PageContent(SitePage page)
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly List<PageHeading> _headings = [];
    private readonly HashSet<string> _ids = ["top", "main", "claims", "about-this-run", "about-title"];

    /// <summary>The files beside the page, by their path below the site.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>The headings in order.</summary>
    public IReadOnlyList<PageHeading> Headings => _headings;

    /// <summary>How many charts the page draws.</summary>
    public int Charts { get; set; }

    /// <summary>Whether an output holds the table of claims.</summary>
    public bool HasClaims { get; set; }

    /// <summary>Keeps a picture and gives its address as seen from the page.</summary>
    /// <param name="picture">The picture.</param>
    public string Keep(PictureFile picture)
    {
        string name = FormattableString.Invariant($"{page.Entry.Title}-files/picture-{_files.Count + 1}{picture.Extension}");
        int folder = page.Entry.Stem.LastIndexOf('/') + 1;
        _files[page.Entry.Stem[..folder] + name] = picture.Bytes;
        return Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
    }

    /// <summary>Keeps a heading.</summary>
    /// <param name="heading">The heading.</param>
    public void Keep(PageHeading heading) => _headings.Add(heading);

    /// <summary>A name that no other element of the page has.</summary>
    /// <param name="wanted">The name if it is free; else it gets a number.</param>
    public string Id(string wanted)
    {
        string id = wanted.Length > 0 ? wanted : "section";
        for (int number = 2; !_ids.Add(id); number++)
            id = FormattableString.Invariant($"{wanted}-{number}");
        return id;
    }
}
