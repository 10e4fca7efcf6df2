using Limpid.Relevance;
using Limpid.Relevance.Ablations;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Relevance.Ablations;

public class AblationGridTests
{
    private static double?[] Shares(string name)
    {
        using var network = ImageNetworks.Fashion(new Seed(1000));
        network.eval();
        var variant = AblationGrid.Of("z+", name);
        return [.. new RelevancePropagation(network, variant.Composite).Plan.Rows.Where(row => row.Kind is Limpid.Relevance.Networks.LayerKind.Linear or Limpid.Relevance.Networks.LayerKind.Convolution)
            .Select(row => row.Shares?.Positive)];
    }

    [Fact]
    public void Names_are_unique_and_each_family_starts_plain()
    {
        Assert.Equal(AblationGrid.All.Count, AblationGrid.All.Select(variant => variant.ToString()).Distinct().Count());
        foreach (var family in AblationGrid.All.GroupBy(variant => variant.Family))
        {
            Assert.True(family.First().IsPlain);
            Assert.Single(family, variant => variant.IsPlain);
            Assert.Single(family, variant => variant.HasControls);
        }
        Assert.Equal(AblationGrid.Families.Select(family => family.Name).Order(), AblationGrid.All.Select(variant => variant.Family).Distinct().Order());
    }

    [Fact]
    public void An_unknown_variant_is_an_error() =>
        Assert.Contains("'z+: LRP'", Assert.Throws<ArgumentException>(() => AblationGrid.Of("z+", "other")).Message, StringComparison.Ordinal);

    // Four convolutions and two linear layers.
    [Theory]
    [InlineData(AblationGrid.Lambda, "-+++++")]
    [InlineData("upper half", "---+++")]
    [InlineData("lower half", "-++---")]
    [InlineData("first too", "++++++")]
    [InlineData(AblationGrid.Plain, "------")]
    public void Layers_are_pruned_as_the_name_says(string name, string pruned) =>
        Assert.Equal(pruned.Select(c => c == '+' ? AblationGrid.Share : (double?)null), Shares(name));
}
