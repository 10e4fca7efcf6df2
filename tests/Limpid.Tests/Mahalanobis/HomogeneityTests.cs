using Limpid.Mahalanobis.Layers;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T15: a scale before ReLU or absolute value changes decisions through the output bias only.</summary>
public class HomogeneityTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void ScalesTestNothing(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var first = Cases.RandomLayer(16, d, seed);
        using var second = Cases.RandomLayer(6, 16, seed + 1);
        using var generator = new Generator((ulong)seed);
        var sums = first.call(empty([300, d], dtype: float64).normal_(0, 1, generator)).detach();
        var (weight, bias) = (second.weight!.detach(), second.bias!.detach());
        using var perturbation = new Perturbation(16, float64);
        foreach (var activation in new nn.Module<Tensor, Tensor>[] { new Abs(), nn.ReLU() })
        {
            Tensor Decisions(double scale, bool biased)
            {
                perturbation.Set(UnitChange.Scaling(16, scale));
                var logits = activation.call(perturbation.call(sums)).mm(weight.t());
                return (biased ? logits.add(bias) : logits).argmax(1);
            }

            // Powers of two round nothing.
            foreach (var power in new[] { -10, -3, 4, 10 }) Assert.True(Decisions(Math.Pow(2, power), false).Same(Decisions(1, false)));
            Assert.True(Decisions(1e-9, true).eq(bias.argmax()).all().ToBoolean());
            Assert.True(Decisions(1e9, true).Same(Decisions(1, false)));
            // In one dimension one class may win everywhere, whatever the scale.
            if (d > 1) Assert.False(Decisions(1e-3, true).Same(Decisions(1, false)));
        }
    }
}
