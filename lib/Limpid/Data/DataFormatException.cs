namespace Limpid.Data;

/// <summary>A file's bytes are not in the format that its reader expects.</summary>
/// <param name="format">The format, for example <c>idx</c>.</param>
/// <param name="problem">What was found and what was expected.</param>
public sealed class DataFormatException(string format, string problem) : DataSetException($"Not a valid {format} file: {problem}.")
{
    /// <summary>The format, for example <c>idx</c>.</summary>
    public string Format { get; } = format;
}
