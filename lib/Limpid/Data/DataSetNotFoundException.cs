namespace Limpid.Data;

/// <summary>The manifest has no data set of the name asked for.</summary>
/// <param name="name">The name asked for.</param>
/// <param name="known">The names that the manifest has.</param>
public sealed class DataSetNotFoundException(string name, IEnumerable<string> known)
    : DataSetException($"There is no data set '{name}'; known are {string.Join(", ", known)}.")
{
    /// <summary>The name asked for.</summary>
    public string Name { get; } = name;
}
