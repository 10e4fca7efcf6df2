using Limpid.Data.Dna;
using Xunit;

namespace Limpid.Tests.Data.Dna;

public sealed class LabelledSequencesTests
{
    private static LabelledSequences Set => new(
        [.. Enumerable.Range(0, 100).Select(i => $"AC{Nucleotides.Letters[i % 4]}")], [.. Enumerable.Range(0, 100).Select(i => i % 2)], ["even", "odd"], [.. Enumerable.Range(0, 100).Select(i => i / 5)]);

    [Fact]
    public void A_split_keeps_groups_together_and_loses_nothing()
    {
        IReadOnlyList<LabelledSequences> parts = Set.Split([0.6, 0.2], new Random(1));
        Assert.Equal([60, 20, 20], parts.Select(part => part.Count));
        Assert.Equal(Enumerable.Range(0, 20), parts.SelectMany(part => part.Groups.Distinct()).Order());
        Assert.Equal(parts[0].Groups, Set.Split([0.6, 0.2], new Random(1))[0].Groups);
    }

    [Fact]
    public void A_class_is_chosen()
    {
        Assert.Equal(50, Set.OfClass(1).Count);
        Assert.All(Set.OfClass(1).Labels, label => Assert.Equal(1, label));
        Assert.Equal("100 sequences of 3 letters: 50 even, 50 odd", Set.ToString());
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Set.Split([0.8, 0.4], new Random(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Set.Select([100]));
    }
}
