using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class AtomChoiceTests
{
    private static readonly double[,] Identity = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    private static AtomChoice Diffusion()
    {
        var k = new DiffusionKernel(Graph.Ring(8), 2).Analysis();
        return new AtomChoice(k, k, float64);
    }

    [Fact]
    public void WithTheIdentityItIsTheSoftMax()
    {
        using var scope = NewDisposeScope();
        var choice = new AtomChoice(Identity, Identity, float64);
        Close.Values([1 / 6.0, 2 / 6.0, 3 / 6.0], Check.Values(choice.call(tensor(new[,] { { 0, Math.Log(2), Math.Log(3) } }))), 1e-12);
    }

    [Fact]
    public void TwoAtomsByHand()
    {
        using var scope = NewDisposeScope();
        // c = (1, 1 + ln 3): p = (1/4, 3/4); z = (2, 0, 4) / 4 + 3 (0, 4, 4) / 4.
        var choice = new AtomChoice(new double[,] { { 1, 0, 0 }, { 1, 1, 0 } }, new double[,] { { 2, 0, 4 }, { 0, 4, 4 } }, float64);
        var s = tensor(new[,] { { 1, Math.Log(3), 7 } });
        Close.Values([0.25, 0.75], Check.Values(choice.Choose(s)), 1e-12);
        Close.Values([0.5, 3, 4], Check.Values(choice.call(s)), 1e-12);
    }

    [Fact]
    public void PseudoInverseSynthesisUndoesTheSmoothing()
    {
        using var scope = NewDisposeScope();
        var kernel = new DiffusionKernel(Graph.Path(6), 2);
        using var inverse = tensor(kernel.Synthesis());
        var k = kernel.Analysis();
        var choice = new AtomChoice(k, Check.Matrix(inverse.t()), float64);
        var s = Check.Random(3, 4, 6);
        // The layer has the chosen probabilities as its diffusion coefficients.
        Close.Values(Check.Values(choice.Choose(s)), Check.Values(choice.call(s).mm(tensor(k).t())), 1e-8);
    }

    [Fact]
    public void NeighbouringAtomsAreChosenTogether()
    {
        using var scope = NewDisposeScope();
        using var one = zeros(1, 8, float64);
        one[0, 3] = 20;
        var p = Check.Values(Diffusion().Choose(one));
        Assert.Equal([3, 2, 4], Enumerable.Range(0, 8).OrderByDescending(v => Math.Round(p[v], 9)).ThenBy(v => Math.Abs(v - 3)).ThenBy(v => v).Take(3));
        Close.Value(1, p.Sum(), 1e-12);
    }

    [Fact]
    public void GradientsMatchDifferences()
    {
        using var z = Check.Random(2, 3, 8);
        using var choice = Diffusion();
        Check.Gradient(s => choice.call(s).square().sum(), z);
    }

    [Fact]
    public void WrongInputIsNamedAndNothingIsLeft()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("analysis", Assert.Throws<ArgumentException>(() => new AtomChoice(new double[0, 2], Identity)).ParamName);
        Assert.Contains("3 x 3; expected 1 x 2", Assert.Throws<ArgumentException>(() => new AtomChoice(new double[1, 2], Identity)).Message);
        var choice = new AtomChoice(Identity, Identity);
        Assert.Contains("[2, 4]; expected [B, 3]", Assert.Throws<ArgumentException>(() => choice.call(zeros(2, 4))).Message);
        Assert.Contains("Float64; expected Float32", Assert.Throws<ArgumentException>(() => choice.call(zeros(2, 3, float64))).Message);
        Assert.Equal(["analysis", "synthesis"], choice.state_dict().Keys.Order());
        var s = zeros(2, 3);
        Check.LeavesNothing(() => choice.call(s).Dispose());
    }

}
