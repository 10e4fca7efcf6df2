using Limpid.GraphSpectral.ModularCodes;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ModularCodes;

public class ModuleCorrelationTests
{
    [Fact]
    public void LinearNeuronsByHand()
    {
        using var scope = NewDisposeScope();
        var bits = new BinaryModules(2).UsedBits();
        // Neurons: the first bit, minus the second, both, 3 to 1, and a dead one.
        var z = bits.to(float64).mm(tensor(new double[,] { { 2, 0, 1, 3, 0 }, { 0, -5, 1, 1, 0 } })) + 0.1;
        var seen = ModuleCorrelation.Of(z, bits);
        double[][] expected = [[1, 0], [0, -1], [Math.Sqrt(0.5), Math.Sqrt(0.5)], [Math.Sqrt(0.9), Math.Sqrt(0.1)], [0, 0]];
        for (var neuron = 0; neuron < 5; neuron++) Close.Values(expected[neuron], seen[neuron], 1e-12);
        Close.Value((1 + 1 + 0.5 + 0.9 + 0) / 5, ModuleCorrelation.Purity(seen), 1e-12);
    }

    [Fact]
    public void RandomMixturesHaveTheirClosedForm()
    {
        // Two weights from N(0, 1) have a uniform angle a: the mean of max(cos^2 a, sin^2 a) is 1/2 + 1/pi.
        Close.Value(0.5 + 1 / Math.PI, ModuleCorrelation.PurityOfMixtures(2, new Random(1), 40_000), 0.005);
        Close.Value(1, ModuleCorrelation.PurityOfMixtures(1, new Random(1)), 1e-12);
        Assert.True(ModuleCorrelation.PurityOfMixtures(8, new Random(1)) < 0.5);
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("3 rows of bits; expected 4", Assert.Throws<ArgumentException>(() => ModuleCorrelation.Of(zeros(4, 2), zeros(3, 2))).Message);
    }
}
