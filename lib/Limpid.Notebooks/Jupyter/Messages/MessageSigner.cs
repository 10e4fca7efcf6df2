using System.Security.Cryptography;
using System.Text;

namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>Signs the four parts of a message (header, parent header, metadata, content) with HMAC-SHA256.</summary>
internal sealed class MessageSigner(byte[] key)
{
    /// <summary>The signature in lower-case hexadecimal digits.</summary>
    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a signature is right; how long that takes says nothing about the right one.</summary>
    public bool Verify(ReadOnlySpan<byte[]> parts, byte[] signature) => CryptographicOperations.FixedTimeEquals(Sign(parts), signature);
}
