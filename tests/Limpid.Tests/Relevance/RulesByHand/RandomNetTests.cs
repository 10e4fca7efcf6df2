using Limpid.Relevance.RulesByHand;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Relevance.RulesByHand;

public class RandomNetTests
{
    [Fact]
    public void Readings_are_the_same_for_a_seed_and_other_for_another()
    {
        var (one, again, other) = (RandomNets.Read(2, 0.25, true, new Seed(5)), RandomNets.Read(2, 0.25, true, new Seed(5)), RandomNets.Read(1, 0.25, true, new Seed(6)));
        Assert.Equal(one[1].Input.Lambda, again[1].Input.Lambda);
        Assert.NotEqual(one[0].Score, other[0].Score);
        Assert.NotEqual(one[0].Score, one[1].Score);
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomNets.Read(0, 0.25, true, new Seed(5)));
    }

    [Fact]
    public void LRP_0_is_gradient_times_input_and_pruning_empties_neurons()
    {
        foreach (var net in RandomNets.Read(5, 0.25, true, new Seed(7)))
        {
            Close.Values(net.GradientTimesInput, net.Input.Plain, 1e-10);
            Assert.True(net.Hidden.Lambda.Count(r => r == 0) > net.Hidden.Plain.Count(r => r == 0));
            Assert.Equal(net.Hidden.Lambda.Select(r => r == 0), net.Hidden.Matrix.Select(r => r == 0));
            Close.Value(net.Hidden.Plain.Sum(), net.Hidden.Lambda.Sum(), 1e-10);
        }
    }

    [Fact]
    public void Without_bias_M_hands_on_the_whole_score()
    {
        foreach (var net in RandomNets.Read(5, 0.25, false, new Seed(8)))
            Close.Value(net.Score, net.Hidden.Matrix.Sum(), 1e-8 * (1 + net.Hidden.Matrix.Max(Math.Abs)));
    }
}
