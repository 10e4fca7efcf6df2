using System.IO.Enumeration;

namespace Limpid.Cli.Reproducing;

/// <summary>The notebooks of a checkout.</summary>
/// <param name="workplace">The checkout.</param>
internal sealed class NotebookCatalog(Workplace workplace)
{
    /// <summary>All notebooks, sorted by path.</summary>
    public IReadOnlyList<NotebookEntry> All { get; } = Directory.Exists(workplace.Notebooks)
        ? [.. Directory.EnumerateFiles(workplace.Notebooks, "*.ipynb", SearchOption.AllDirectories)
            .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
            .Select(path => new NotebookEntry(path, Path.GetRelativePath(workplace.Notebooks, path).Replace('\\', '/')))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>The notebooks that a pattern names.</summary>
    /// <param name="glob">A path below <c>notebooks</c>, with or without ending and folder; <c>*</c> and <c>?</c> stand for anything. Null for all.</param>
    /// <exception cref="UserErrorException">There is none.</exception>
    public IReadOnlyList<NotebookEntry> Matching(string? glob)
    {
        if (All.Count == 0)
            throw new UserErrorException($"there is no notebook in {workplace.Notebooks}.");
        if (glob is null)
            return All;
        NotebookEntry[] found = [.. All.Where(entry => Names(entry).Any(name => FileSystemName.MatchesSimpleExpression(glob, name)))];
        return found.Length > 0 ? found : throw Unknown(glob);
    }

    /// <summary>The notebook that a user names: a file, or a name as <see cref="Matching"/> takes it.</summary>
    /// <param name="name">What was typed.</param>
    /// <exception cref="UserErrorException">There is none, or more than one.</exception>
    public NotebookEntry One(string name)
    {
        string path = Path.GetFullPath(name);
        if (File.Exists(path))
            return All.FirstOrDefault(entry => entry.Path == path) ?? new NotebookEntry(path, Path.GetFileName(path));
        NotebookEntry[] found = [.. All.Where(entry => Names(entry).Any(known => known == name))];
        return found switch
        {
            [var only] => only,
            [] => throw Unknown(name),
            _ => throw new UserErrorException($"'{name}' is more than one notebook: {string.Join(", ", found.Select(entry => entry.Name))}."),
        };
    }

    private static string[] Names(NotebookEntry entry) => [entry.Name, entry.Stem, Path.GetFileName(entry.Name), entry.Title];

    private UserErrorException Unknown(string name)
    {
        string near = Suggestion.For(Path.GetFileNameWithoutExtension(name), All.Select(entry => entry.Title));
        return new UserErrorException($"there is no notebook '{name}'{near}");
    }
}
