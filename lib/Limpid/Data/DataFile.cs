namespace Limpid.Data;

/// <summary>One file of a data set, described by its decoded content: what is left after gzip is undone.</summary>
/// <param name="Name">Name of the decoded file, for example <c>train-images-idx3-ubyte</c>.</param>
/// <param name="Size">Length of the decoded content in bytes.</param>
/// <param name="Sha256">SHA-256 of the decoded content, 64 lower-case hexadecimal digits.</param>
public sealed record DataFile(string Name, long Size, string Sha256);
