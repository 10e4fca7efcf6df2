using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Mails;

/// <summary>How often each word of a vocabulary occurs in each of some mails, by the counts that aren't 0.</summary>
/// <param name="Vocabulary">The words.</param>
/// <param name="Bags">One for each mail, words ascending; empty for a mail with none of the words.</param>
public sealed record BagsOfWords(Vocabulary Vocabulary, ImmutableArray<ImmutableArray<WordCount>> Bags)
{
    /// <summary>The counts as a matrix [mails, words], float32, which holds them exactly.</summary>
    public Tensor ToTensor()
    {
        var width = Vocabulary.Words.Length;
        var counts = new float[(long)Bags.Length * width];
        for (var mail = 0; mail < Bags.Length; mail++)
            foreach (var (word, count) in Bags[mail]) counts[(long)mail * width + word] = count;
        using var flat = tensor(counts);
        return flat.view(Bags.Length, width);
    }
}
