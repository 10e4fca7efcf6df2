using Limpid.Data.Dna;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Windows of a genome at random places, on either strand, without unknown bases.</summary>
internal sealed class GenomeWindows
{
    private readonly string genome;
    private readonly int length;
    private readonly int[] starts;

    public GenomeWindows(string genome, int length)
    {
        (this.genome, this.length) = (genome, length);
        var (list, known) = (new List<int>(), 0);
        for (var i = 0; i < genome.Length; i++)
        {
            known = Nucleotides.Index(genome[i]) >= 0 ? known + 1 : 0;
            if (known >= length)
                list.Add(i + 1 - length);
        }
        starts = list.Count > 0 ? [.. list]
            : throw new ArgumentException($"genome has {genome.Length} letters and no {length} known ones in a row.", nameof(genome));
    }

    public string Draw(Random random)
    {
        var window = genome.Substring(starts[random.Next(starts.Length)], length).ToUpperInvariant();
        return random.Next(2) == 0 ? window : Nucleotides.ReverseComplement(window);
    }
}
