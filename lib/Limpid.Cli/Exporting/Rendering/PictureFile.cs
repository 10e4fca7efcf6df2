using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>A picture of a notebook, told by its first bytes and not by what the notebook says it is.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Extension">Ending, with the dot.</param>
/// <param name="Size">Width and height in pixels, where the format tells them cheaply.</param>
internal sealed partial record PictureFile(byte[] Bytes, string Extension, (int Width, int Height)? Size)
{
    private const int PngHeader = 24;

    /// <summary>Whether an address holds a picture of a kind that can't run anything.</summary>
    /// <param name="address">The address.</param>
    public static bool IsData(string? address) => address is not null && Data().IsMatch(address);

    /// <summary>The picture, or null if the text is no picture of a known kind.</summary>
    /// <param name="base64">Base64, possibly with line ends.</param>
    public static PictureFile? Read(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Of(bytes[..length]) : null;
    }

    /// <summary>The picture, or null if the bytes are no picture of a known kind.</summary>
    /// <param name="bytes">A file.</param>
    public static PictureFile? Of(byte[] bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new(bytes, ".png", PngSize(bytes)),
        [0xff, 0xd8, 0xff, ..] => new(bytes, ".jpg", null),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => new(bytes, ".gif", null),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new(bytes, ".webp", null),
        _ => null,
    };

    private static (int, int)? PngSize(byte[] bytes) => bytes.Length < PngHeader
        ? null
        : (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));

    [GeneratedRegex(@"^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Data();
}
