using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Limpid.Reproduction;

/// <summary>
/// The one seed of an experiment. Every random choice takes a stream of its own, named after what it is for, so that adding a choice does
/// not shift the others.
/// </summary>
/// <param name="Value">The number.</param>
public readonly record struct Seed(long Value)
{
    /// <summary>Seeds from here up choose settings that a paper leaves open; those below are reported.</summary>
    public const long FirstChoosing = 1000;

    /// <summary>The number, as <c>torch.manual_seed</c> takes it.</summary>
    /// <param name="seed">The seed.</param>
    public static implicit operator long(Seed seed) => seed.Value;

    /// <summary>The seeds 0, 1, ... of the replicates that a claim reports.</summary>
    /// <param name="count">How many; 1 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside 1 to 1000.</exception>
    public static IReadOnlyList<Seed> Reported(int count) => From(0, count);

    /// <summary>The seeds 1000, 1001, ... for choosing settings, never reported.</summary>
    /// <param name="count">How many; 1 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside 1 to 1000.</exception>
    public static IReadOnlyList<Seed> Choosing(int count) => From(FirstChoosing, count);

    /// <summary>
    /// The seed of a named stream: the first eight bytes, little-endian and without the sign bit, of the SHA-256 of the UTF-8 text
    /// <c>SEED/NAME</c>. The same on every machine and in every version.
    /// </summary>
    /// <param name="stream">What the stream is for, for example <c>subset</c>.</param>
    public Seed Of(string stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Value}/{stream}")));
        return new Seed(BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue);
    }

    /// <summary>
    /// A generator for choices made outside libtorch, seeded with the low 31 bits of <see cref="Of"/>: the same numbers in the same order
    /// whatever libtorch draws meanwhile.
    /// </summary>
    /// <param name="stream">What the stream is for, for example <c>order</c>.</param>
    public Random Random(string stream) => new((int)(Of(stream).Value & int.MaxValue));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Seed[] From(long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan<long>(count, FirstChoosing);
        return [.. Enumerable.Range(0, count).Select(i => new Seed(first + i))];
    }
}
