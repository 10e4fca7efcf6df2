namespace Limpid.Data;

/// <summary>No source gave the data set; the message names each source tried with its reason.</summary>
/// <param name="name">The data set.</param>
/// <param name="attempts">What was tried, in order.</param>
public sealed class DataSetUnavailableException(string name, IReadOnlyList<DataAttempt> attempts)
    : DataSetException($"The data set '{name}' can't be had; tried {string.Join("; ", attempts)}; files of your own can be put into a folder that LIMPID_DATA names.")
{
    /// <summary>The data set.</summary>
    public string Name { get; } = name;

    /// <summary>What was tried, in order.</summary>
    public IReadOnlyList<DataAttempt> Attempts { get; } = attempts;
}
