using System.Globalization;
using System.Text;

namespace Limpid.Cli.Exporting;

/// <summary>Where the links of a notebook lead in the site.</summary>
/// <param name="workplace">The checkout.</param>
/// <param name="page">The page that holds the links.</param>
/// <param name="addresses">Address of every page by the notebook's path below <c>notebooks</c>.</param>
internal sealed class SiteLinks(Workplace workplace, SitePage page, IReadOnlyDictionary<string, string> addresses)
{
    /// <summary>The address of a link, or null if it leads nowhere that the site holds.</summary>
    /// <param name="link">The link as the notebook has it.</param>
    public string? Resolve(string link)
    {
        if (IsRemote(link))
            return link;
        (string path, string? fragment) = link.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (link[..at], link[(at + 1)..]) : (link, null);
        if (path.Length == 0)
            return fragment is { Length: > 0 } ? "#" + Slug(Uri.UnescapeDataString(fragment)) : null;
        return Below(path) is { } below && addresses.TryGetValue(below, out string? address)
            ? page.ToRoot + address + (fragment is { Length: > 0 } ? "#" + Slug(Uri.UnescapeDataString(fragment)) : "")
            : null;
    }

    /// <summary>The file that a relative address names, or null if it is none below <c>notebooks</c>.</summary>
    /// <param name="link">The address.</param>
    public string? LocalFile(string link) =>
        !IsRemote(link) && Below(link) is { } below && Path.Combine(workplace.Notebooks, below) is var file && File.Exists(file) && new FileInfo(file).LinkTarget is null ? file : null;

    /// <summary>Whether an address names another host or a mail box.</summary>
    /// <param name="link">The address.</param>
    public static bool IsRemote(string link) =>
        link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a heading: its letters and digits in small, joined by dashes.</summary>
    /// <param name="text">The heading's text.</param>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    // The path below notebooks, with slashes; null for what leaves it.
    private string? Below(string path)
    {
        string folder = Path.GetDirectoryName(page.Entry.Stem) ?? "";
        string full = Path.GetFullPath(Path.Combine(workplace.Notebooks, folder, Uri.UnescapeDataString(path).Replace('\\', '/')));
        string root = Path.GetFullPath(workplace.Notebooks) + Path.DirectorySeparatorChar;
        return full.StartsWith(root, StringComparison.Ordinal) ? full[root.Length..].Replace('\\', '/') : null;
    }
}
