using Limpid.GraphSpectral.Capsules;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

public class RoutingTests
{
    [Fact]
    public void SquashByHand()
    {
        using var scope = NewDisposeScope();
        var squashed = Squash.Of(tensor(new double[,] { { 3, 4 }, { 0, 0 }, { 0, -1 } }));
        Close.Values([15.0 / 26, 20.0 / 26, 0, 0, 0, -0.5], Check.Values(squashed), 1e-9);
        Close.Values([5, 0, 1], Check.Values(Squash.Lengths(tensor(new double[,] { { 3, 4 }, { 0, 0 }, { 0, -1 } }))), 2e-6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(4, 16)]
    public void SquashIsTheFormula(int rows, int entries)
    {
        using var scope = NewDisposeScope();
        var vectors = Check.Random(rows, rows, entries) * 3;
        var expected = Check.Values(vectors).Chunk(entries).SelectMany(ScalarCapsules.Squash);
        Close.Values(expected, Check.Values(Squash.Of(vectors)), 1e-9);
    }

    [Fact]
    public void AVectorOfZerosHasAFiniteGradient()
    {
        using var scope = NewDisposeScope();
        var zero = zeros(2, 3, float64).requires_grad_();
        (Squash.Of(zero).sum() + Squash.Lengths(zero).sum()).backward();
        Assert.All(Check.Values(zero.grad!), value => Assert.InRange(value, -1e-5, 1e-5));
    }

    [Theory]
    [InlineData(2, 3, 4, 2, 3)]
    [InlineData(3, 2, 1, 5, 3)]
    [InlineData(1, 1, 6, 2, 4)]
    [InlineData(2, 4, 3, 3, 1)]
    public void RoutingIsTheProcedureOfThePaper(int batch, int classes, int capsules, int entries, int iterations)
    {
        using var scope = NewDisposeScope();
        var predictions = Check.Random(7, batch, classes, capsules, entries) * 2;
        var rows = Check.Values(predictions).Chunk(entries).Chunk(capsules).Chunk(classes);
        var expected = rows.SelectMany(sample => ScalarCapsules.Route(sample, iterations)).SelectMany(v => v);
        Close.Values(expected, Check.Values(DynamicRouting.Route(predictions, iterations)), 1e-9);
    }

    [Fact]
    public void GradientsFlowThroughEveryIteration()
    {
        using var scope = NewDisposeScope();
        var weights = Check.Random(2, 2, 3, 2);
        Check.Gradient(u => DynamicRouting.Route(u, 3).mul(weights).sum(), Check.Random(1, 2, 3, 4, 2));
        Check.Gradient(s => Squash.Of(s).mul(weights).sum(), Check.Random(3, 2, 3, 2));
    }

    [Fact]
    public void AgreementWins()
    {
        using var scope = NewDisposeScope();
        // Two primary capsules agree about class 0 and contradict each other about class 1.
        var predictions = tensor(new double[,,,] { { { { 1, 0 }, { 1, 0 } }, { { 0, 1 }, { 0, -1 } } } });
        var once = Check.Values(Squash.Lengths(DynamicRouting.Route(predictions, 1)));
        var routed = Check.Values(Squash.Lengths(DynamicRouting.Route(predictions, 3)));
        Assert.True(routed[0] > once[0] && once[0] > 0.4);
        Close.Value(0, routed[1], 1e-5);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("iterations", Assert.Throws<ArgumentOutOfRangeException>(() => DynamicRouting.Route(zeros(1, 1, 1, 1), 0)).ParamName);
        Assert.Contains("[2, 3]; expected [B, C, P, D]", Assert.Throws<ArgumentException>(() => DynamicRouting.Route(zeros(2, 3))).Message);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var predictions = Check.Random(1, 2, 3, 4, 2);
        Check.LeavesNothing(() => DynamicRouting.Route(predictions).Dispose());
    }
}
