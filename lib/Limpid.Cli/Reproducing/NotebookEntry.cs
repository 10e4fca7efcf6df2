namespace Limpid.Cli.Reproducing;

/// <summary>One notebook file.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">Its path below <c>notebooks</c>, with slashes.</param>
internal sealed record NotebookEntry(string Path, string Name)
{
    /// <summary><see cref="Name"/> without the ending.</summary>
    public string Stem => Name.EndsWith(".ipynb", StringComparison.Ordinal) ? Name[..^".ipynb".Length] : Name;

    /// <summary>The file's name without folder and ending.</summary>
    public string Title => Stem[(Stem.LastIndexOf('/') + 1)..];

    /// <summary>The folder below <c>notebooks</c>, named after the paper; empty for a notebook of no paper.</summary>
    public string Paper => Stem.Contains('/') ? Stem[..Stem.IndexOf('/')] : "";

    /// <summary>Where its executed copy goes.</summary>
    /// <param name="workplace">The checkout.</param>
    public string Executed(Workplace workplace) => System.IO.Path.Combine(workplace.Artifacts, "notebooks", Name);
}
