using System.Buffers.Binary;
using System.IO.Compression;

namespace Limpid.Data.R;

/// <summary>
/// Reads R's saved data (<c>.RData</c>, <c>.rda</c>): <c>RDX2</c> or <c>RDX3</c>, big-endian, plain or gzip. Data only: functions and compiled code are
/// refused, nothing is run.
/// </summary>
/// <remarks>
/// Vectors, lists, factors, data frames, objects, environments and R's compact vectors are read; every length is held against the bytes left before
/// memory is asked for. Source: R Internals, section 1.8 "Serialization formats".
/// </remarks>
public static class RData
{
    /// <summary>R's missing integer or logical value.</summary>
    public const int MissingInteger = int.MinValue;

    internal const string Format = "R data";

    // A gzip file can't grow by more than this, so a larger announcement is wrong.
    private const int LargestRatio = 1032;

    /// <summary>Reads the objects of a file.</summary>
    /// <param name="content">The whole file; left as it is.</param>
    /// <param name="maxBytes">How long it may be once decompressed; by default 512 MiB.</param>
    /// <returns>The objects by name.</returns>
    /// <exception cref="DataFormatException">It is no such file, is damaged, is longer, or holds what this reader does not know.</exception>
    public static RList Read(ReadOnlyMemory<byte> content, int maxBytes = 1 << 29)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        if (content.Span is [0x1F, 0x8B, ..])
            content = Decompress(content, maxBytes);
        var input = new RInput(content);
        Header(input);
        RValue value = new RReader(input).Read();
        if (input.Left > 0)
            throw Fault($"{input.Left} bytes follow its end");
        return value as RList ?? throw Fault($"it holds {value}, expected a list of named objects");
    }

    internal static DataFormatException Fault(FormattableString problem) => new(Format, FormattableString.Invariant(problem));

    internal static DataFormatException Fault(string problem) => new(Format, problem);

    private static void Header(RInput input)
    {
        ReadOnlySpan<byte> magic = input.Take(Math.Min(7, input.Left));
        if (!magic.SequenceEqual("RDX2\nX\n"u8) && !magic.SequenceEqual("RDX3\nX\n"u8))
            throw Fault($"it begins with {Convert.ToHexString(magic)}, expected RDX2 or RDX3 in the big-endian form (X)");
        int version = input.Int32();
        if (version is not (2 or 3))
            throw Fault($"its version is {version}, expected 2 or 3");
        input.Take(8);
        if (version == 3)
            input.Take(input.Int32());
    }

    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> content, int maxBytes)
    {
        // The last four bytes announce the length; they are a hint for one allocation, and no more than a hint.
        uint announced = content.Length >= 18 ? BinaryPrimitives.ReadUInt32LittleEndian(content.Span[^4..]) : 0;
        var target = new MemoryStream((int)Math.Min(Math.Min(announced, (long)maxBytes), (long)LargestRatio * content.Length));
        byte[] buffer = new byte[1 << 16];
        try
        {
            using var source = new GZipStream(new MemoryStream(content.ToArray(), writable: false), CompressionMode.Decompress);
            for (int n; (n = source.Read(buffer)) > 0;)
            {
                if (target.Length + n > maxBytes)
                    throw Fault($"it is longer than {maxBytes} bytes once decompressed");
                target.Write(buffer, 0, n);
            }
        }
        catch (InvalidDataException e)
        {
            throw Fault($"its compression is damaged ({e.Message})");
        }
        return target.GetBuffer().AsMemory(0, (int)target.Length);
    }
}
