using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Dna;

/// <summary>DNA as text and as tensors: the letters A, C, G, T in this order, and N for a base that is not known. Either case is read, capitals are written.</summary>
public static class Nucleotides
{
    /// <summary>The four letters in the order of the channels: <c>ACGT</c>.</summary>
    public const string Letters = "ACGT";

    /// <summary>The channel of a letter: A 0, C 1, G 2, T (or U) 3; -1 for N.</summary>
    /// <param name="letter">In either case.</param>
    /// <exception cref="ArgumentException">It is another character.</exception>
    public static int Index(char letter) => letter switch
    {
        'A' or 'a' => 0,
        'C' or 'c' => 1,
        'G' or 'g' => 2,
        'T' or 't' or 'U' or 'u' => 3,
        'N' or 'n' => -1,
        _ => throw new ArgumentException($"The letter is '{letter}'; expected A, C, G, T or N.", nameof(letter)),
    };

    /// <summary>The other strand, read in its own direction: letters complemented (A-T, C-G, N stays), order turned.</summary>
    /// <param name="sequence">Letters.</param>
    /// <exception cref="ArgumentException">It holds another character.</exception>
    /// <example><c>GATA</c> gives <c>TATC</c>.</example>
    public static string ReverseComplement(string sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return string.Create(sequence.Length, sequence, static (turned, source) =>
        {
            for (var i = 0; i < turned.Length; i++)
                turned[i] = Index(source[^(i + 1)]) is >= 0 and int letter ? Letters[3 - letter] : 'N';
        });
    }

    /// <summary>Sequences as one-hot tensors [N, 4, L], float32: channel <see cref="Index"/> of a position is 1, the others 0; N is 0 in all four.</summary>
    /// <param name="sequences">At least one; all of one length, at least 1.</param>
    /// <exception cref="ArgumentException">None, lengths differ, or another character.</exception>
    public static Tensor OneHot(IReadOnlyList<string> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var length = sequences.Count == 0 ? 0 : sequences[0].Length;
        if (length == 0)
            throw new ArgumentException("There are no sequences, or the first is empty; expected at least one letter.", nameof(sequences));
        if (sequences.FirstOrDefault(sequence => sequence.Length != length) is { } other)
            throw new ArgumentException($"A sequence has {other.Length} letters; expected {length} like the first.", nameof(sequences));
        var hot = zeros([sequences.Count, 4, length], dtype: ScalarType.Float32);
        var values = MemoryMarshal.Cast<byte, float>(hot.bytes);
        for (var i = 0; i < sequences.Count; i++)
            for (var j = 0; j < length; j++)
                if (Index(sequences[i][j]) is >= 0 and int letter)
                    values[(i * 4 + letter) * length + j] = 1;
        return hot;
    }

    /// <summary>How often each letter occurs, as shares of the known bases.</summary>
    /// <param name="sequences">Sequences with at least one known base.</param>
    /// <returns>Four shares in the order of <see cref="Letters"/>.</returns>
    /// <exception cref="ArgumentException">No known base, or another character.</exception>
    public static double[] Composition(IEnumerable<string> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var counts = new double[4];
        foreach (var sequence in sequences)
            foreach (var letter in sequence)
                if (Index(letter) is >= 0 and int index)
                    counts[index]++;
        var sum = counts.Sum();
        return sum > 0 ? [.. counts.Select(count => count / sum)] : throw new ArgumentException("There is no known base; expected at least one of A, C, G, T.", nameof(sequences));
    }

    /// <summary>How often each letter stands at each position, as counts; N is counted nowhere.</summary>
    /// <param name="sequences">Of one length.</param>
    /// <returns>[positions, 4].</returns>
    /// <exception cref="ArgumentException">None, lengths differ, or another character.</exception>
    public static double[,] Counts(IReadOnlyList<string> sequences)
    {
        using var scope = NewDisposeScope();
        var sums = OneHot(sequences).sum(0L).to(float64);
        var counts = new double[sums.shape[1], 4];
        for (var i = 0; i < counts.GetLength(0); i++)
            for (var k = 0; k < 4; k++)
                counts[i, k] = sums[k, i].ToDouble();
        return counts;
    }
}
