namespace Limpid.Data;

/// <summary>A file's content is not the one that the manifest describes.</summary>
/// <param name="file">What the manifest says.</param>
/// <param name="actualSize">Length found in bytes; one more than expected stands for any longer content.</param>
/// <param name="actualSha256">SHA-256 found, lower-case hexadecimal; null for longer content, which is not read to its end.</param>
public sealed class DataContentException(DataFile file, long actualSize, string? actualSha256)
    : DataSetException($"{file.Name}: expected {file.Size} bytes with SHA-256 {file.Sha256}, got "
        + (actualSha256 is null ? "a longer content" : $"{actualSize} bytes with SHA-256 {actualSha256}"))
{
    /// <summary>What the manifest says.</summary>
    public DataFile File { get; } = file;

    /// <summary>Length found in bytes; one more than expected stands for any longer content.</summary>
    public long ActualSize { get; } = actualSize;

    /// <summary>SHA-256 found, lower-case hexadecimal; null for longer content, which is not read to its end.</summary>
    public string? ActualSha256 { get; } = actualSha256;
}
