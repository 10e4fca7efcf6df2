using Limpid.Spectral.FeatureSelection;
using Xunit;

namespace Limpid.Tests.Spectral.FeatureSelection;

public sealed class InputSetsTests
{
    [Fact]
    public void Sets_by_hand()
    {
        Assert.Equal([1, 3], InputSets.Above([0, 0.002, 0.001, 5], 0.001));
        Assert.Equal([2, 5], InputSets.InAtLeast([[5, 2], [2, 7], [5, 2, 1]], 2));
        // 1/3, 2/3, 1/4 of the pairs.
        Close.Value((1 / 3.0 + 2 / 3.0 + 1 / 4.0) / 3, InputSets.Overlap([[2, 5], [2, 7], [1, 2, 5]]), 1e-12);
        Assert.Equal(1, InputSets.Overlap([[], []]));
        Assert.Equal(0, InputSets.Overlap([[], [1]]));
        Assert.Throws<ArgumentException>(() => InputSets.Overlap([[1]]));
    }

    [Fact]
    public void Random_sets_overlap_as_theory_has_it()
    {
        Assert.Equal(1, InputSets.RandomOverlap([[0, 1, 2], [0, 1, 2]], 3, new Random(1)));
        // One of ten each: equal with probability 1/10.
        Close.Value(0.1, InputSets.RandomOverlap([[0], [0]], 10, new Random(1)), 0.08);
        Assert.Equal(4, InputSets.Random(4, 9, new Random(1)).Distinct().Count());
    }
}
