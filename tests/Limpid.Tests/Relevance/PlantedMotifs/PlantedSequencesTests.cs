using Limpid.Data.Dna;
using Limpid.Relevance.PlantedMotifs;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.PlantedMotifs;

public sealed class PlantedSequencesTests
{
    private static PlantedSequences Drawn { get; } = PlantedSequences.Draw(PlantedDesign.Extended, 2000, new Random(1));

    [Fact]
    public void Strata_are_equally_frequent() =>
        Assert.All(Enum.GetValues<Stratum>(), stratum => Close.Value(500, Drawn.Strata.Count(each => each == stratum), 6 * Math.Sqrt(2000 * 0.25 * 0.75)));

    [Fact]
    public void Labels_and_targets_follow_the_stratum()
    {
        using DisposeScope scope = NewDisposeScope();
        float[] labels = Drawn.Labels().data<float>().ToArray();
        long[] targets = Drawn.Targets().data<long>().ToArray();
        for (int i = 0; i < Drawn.Count; i++)
        {
            float[] expected = Drawn.Strata[i] switch { Stratum.Both => [1, 1, 1], Stratum.First => [0, 1, 0], Stratum.Second => [0, 0, 1], _ => [0, 0, 0] };
            Assert.Equal(expected, labels[(3 * i)..(3 * i + 3)]);
            Assert.True(Drawn.Strata[i] == Stratum.None ? targets[i] == 0 : labels[3 * i + targets[i]] == 1);
        }
    }

    [Fact]
    public void The_mask_marks_one_to_three_copies_of_each_motif()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sizes = Drawn.Mask().to(int64).sum(1L);
        for (int i = 0; i < Drawn.Count; i++)
        {
            long copies = sizes[i].item<long>() / 10;
            Assert.Equal(0, sizes[i].item<long>() % 10);
            (int low, int high) = Drawn.Strata[i] switch { Stratum.Both => (2, 6), Stratum.None => (0, 0), _ => (1, 3) };
            Assert.InRange(copies, low, high);
        }
    }

    // Where only the first motif is, its letters stand under the mask: every marked stretch reads as GATA on one of the strands.
    [Fact]
    public void The_motif_stands_where_the_mask_says()
    {
        using DisposeScope scope = NewDisposeScope();
        bool[] mask = Drawn.Mask().data<bool>().ToArray();
        int right = 0, all = 0;
        foreach (int i in Enumerable.Range(0, Drawn.Count).Where(i => Drawn.Strata[i] == Stratum.First))
            for (int start = 0; start < 200; start++)
                if (mask[200 * i + start] && (start == 0 || !mask[200 * i + start - 1]) && (start + 10 == 200 || !mask[200 * i + start + 10]))
                {
                    string found = Drawn.Sequences[i].Substring(start, 10);
                    int Hits(string letters) => letters.Zip("AGATAAGGGC").Count(pair => pair.First == pair.Second);
                    right += Math.Max(Hits(found), Hits(Nucleotides.ReverseComplement(found)));
                    all += 10;
                }
        Assert.True(all > 5000 && right > 0.93 * all, $"{right} of {all} letters");
    }

    [Fact]
    public void The_same_seed_gives_the_same_sequences_and_sizes_do_not_shift_them()
    {
        var task = PlantedTask.Of(PlantedDesign.Short);
        Assert.Equal(task.Draw(20, 5, 30, new Seed(3)).Test.Sequences, task.Draw(10, 5, 30, new Seed(3)).Test.Sequences);
        Assert.NotEqual(task.Draw(20, 5, 30, new Seed(3)).Test.Sequences, task.Draw(20, 5, 30, new Seed(4)).Test.Sequences);
    }

    [Fact]
    public void Real_background_comes_from_the_genome()
    {
        string genome = new string('N', 50) + string.Concat(Enumerable.Repeat("ACCGT", 100)) + "NN";
        Motif motif = Motif.Of("m", "AAAA", 1);
        PlantedDesign design = PlantedDesign.InGenome("g", motif, motif, genome, 60);
        string twice = genome.Trim('N'), other = Nucleotides.ReverseComplement(twice);
        var random = new Random(2);
        string[] windows = [.. Enumerable.Range(0, 100).Select(_ => design.Background(random))];
        Assert.All(windows, window => Assert.True(twice.Contains(window, StringComparison.Ordinal) || other.Contains(window, StringComparison.Ordinal), window));
        Assert.Contains(windows, window => !twice.Contains(window, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => PlantedDesign.InGenome("g", motif, motif, "ACGTNACGT", 60));
        Assert.Throws<ArgumentException>(() => PlantedDesign.InGenome("g", motif, motif, genome, 40));
    }
}
