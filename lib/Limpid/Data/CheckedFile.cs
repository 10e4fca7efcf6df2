using System.Security.Cryptography;

namespace Limpid.Data;

/// <summary>Reads a file whole and checks it against the manifest; 47 MB take about 50 ms, so nothing is ever used unchecked.</summary>
internal static class CheckedFile
{
    /// <summary>The decoded content of the file.</summary>
    /// <exception cref="DataContentException">It is not the content described.</exception>
    public static byte[] Read(string path, DataFile file)
    {
        using Stream stream = Compressed.Undo(File.OpenRead(path), path);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Size);
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length == file.Size && stream.ReadByte() >= 0)
            throw new DataContentException(file, file.Size + 1, null);
        string actual = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        return actual == file.Sha256 ? bytes : throw new DataContentException(file, length, actual);
    }
}
