namespace Limpid.Data;

/// <summary>Steele, Lea and Flood's generator of 2014; its numbers, unlike those of <see cref="Random"/>, are promised never to change.</summary>
internal sealed class SplitMix64(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Puts items into a uniformly random order (Fisher and Yates).</summary>
    public void Shuffle(long[] items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            // Multiply and shift instead of a remainder; its bias of below 2^-32 for any array is beyond what any sample shows.
            int j = (int)Math.BigMul(Next(), (ulong)(i + 1), out _);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
