namespace Limpid.Data;

/// <summary>One data set of the manifest <c>datasets/datasets.json</c>.</summary>
/// <param name="Name">The name by which it is asked for, for example <c>mnist</c>.</param>
/// <param name="Description">What it holds, in one line.</param>
/// <param name="Licence">The licence of the data and its holder.</param>
/// <param name="Citation">The work to cite.</param>
/// <param name="Files">The decoded files with size and hash.</param>
/// <param name="Sources">Where the files may come from, in the order in which they are tried.</param>
public sealed record DataSet(
    string Name,
    string Description,
    string Licence,
    string Citation,
    IReadOnlyList<DataFile> Files,
    IReadOnlyList<DataSource> Sources)
{
    /// <summary>Bytes of all decoded files together.</summary>
    public long Size => Files.Sum(file => file.Size);

    /// <summary>The file of that name.</summary>
    /// <param name="name">Name of a decoded file.</param>
    /// <exception cref="ArgumentException">The set has no such file.</exception>
    public DataFile File(string name) =>
        Files.FirstOrDefault(file => file.Name == name)
        ?? throw new ArgumentException(
            $"The data set '{Name}' has no file '{name}'; expected one of {string.Join(", ", Files.Select(file => file.Name))}.", nameof(name));
}
