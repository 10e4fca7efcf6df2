using Limpid.Spectral;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

public sealed class EigenPenaltyTests
{
    [Fact]
    public void It_is_the_weighted_sum_without_a_half()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Linear(3, 2, 1);
        var (phi, l, m) = (Values(layer.Base), Values(layer.InputEigenvalues), Values(layer.OutputEigenvalues));
        var penalty = new EigenPenalty(Penalty.L2(0.5), Penalty.L1(2));
        Close.Value(0.5 * l.Concat(m).Sum(v => v * v) + 2 * phi.Sum(Math.Abs), penalty.Of(layer).ToDouble(), 1e-12);
        // Frozen parts don't count.
        using var relevance = Layers.Filled(SpectralLinear.ForRelevance(3, 2, float64), 1);
        Close.Value(0.5 * Values(relevance.InputEigenvalues).Sum(v => v * v) + 2 * Values(relevance.Base).Sum(Math.Abs), penalty.Of(relevance).ToDouble(), 1e-12);
        Assert.Equal(0, EigenPenalty.None.Of(layer).ToDouble());
    }

    [Fact]
    public void The_start_of_a_layer_has_the_penalty_of_its_ones()
    {
        using var layer = SpectralLinear.ForRelevance(40, 7);
        Close.Value(40, new EigenPenalty(Penalty.L2(1), Penalty.None).Of(layer).ToDouble(), 1e-12);
        // Expected squares of Glorot's start: n_in n_out a^2 / 3 with a^2 = 6 / 47.
        Close.Value(40 * 7 * 2 / 47.0, new EigenPenalty(Penalty.None, Penalty.L2(1)).Of(layer).ToDouble(), 3);
        Close.Value(Math.Sqrt(7 * 2 / 47.0), InputRelevance.Of(layer).Values.Average(), 0.15);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_least_over_all_factors_is_the_penalty_on_weights(bool squaredValues, bool squaredVectors)
    {
        using var scope = NewDisposeScope();
        var penalty = new EigenPenalty(squaredValues ? Penalty.L2(0.3) : Penalty.L1(0.3), squaredVectors ? Penalty.L2(0.7) : Penalty.L1(0.7));
        var w = Random(3, 1, 5);
        double At(double l) => (penalty.Eigenvalues.Of(tensor(new[] { l })) + penalty.Eigenvectors.Of(w / l)).ToDouble();
        var (low, high) = (Math.Log(1e-4), Math.Log(1e4));
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
            if (At(Math.Exp(a)) < At(Math.Exp(b))) high = b;
            else low = a;
        }
        Close.Value(At(Math.Exp(low)), penalty.OnWeights(w).ToDouble(), 1e-9);
        if (squaredValues)
        {
            // Balance: a l^2 = b |phi|^2.
            var l = Math.Exp(low);
            Close.Value(0.3 * l * l, 0.7 * Values(w).Sum(v => v * v) / (l * l), 1e-6);
        }
    }

    [Fact]
    public void Descent_ends_in_balance()
    {
        using var scope = NewDisposeScope();
        using var layer = Layers.Filled(SpectralLinear.ForRelevance(3, 2, float64), 7);
        using (no_grad()) layer.OutputEigenvalues.zero_();
        var (x, y, penalty) = (Random(8, 20, 3), Random(9, 20, 2), new EigenPenalty(Penalty.L2(0.02), Penalty.L2(0.05)));
        using var descent = optim.SGD(layer.parameters(), 0.1);
        for (var step = 0; step < 20_000; step++)
        {
            using var inner = NewDisposeScope();
            descent.zero_grad();
            (nn.functional.mse_loss(layer.call(x), y) + penalty.Of(layer)).backward();
            descent.step();
        }
        var (phi, l) = (Matrix(layer.Base), Values(layer.InputEigenvalues));
        for (var j = 0; j < 3; j++) Close.Value(0.02 * l[j] * l[j], 0.05 * (phi[j, 0] * phi[j, 0] + phi[j, 1] * phi[j, 1]), 1e-8);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        var w = Random(11, 3, 4);
        foreach (var penalty in new[] { new EigenPenalty(Penalty.L2(0.2), Penalty.L2(0.4)), new(Penalty.L1(0.2), Penalty.L2(0.4)), new(Penalty.L1(0.2), Penalty.L1(0.4)) })
            Gradient(penalty.OnWeights, w);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => Penalty.L1(-1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Penalty.L2(double.NaN));
        Assert.Throws<ArgumentException>(() => EigenPenalty.None.OnWeights(zeros(3)));
        Assert.Throws<NotSupportedException>(() => new EigenPenalty(Penalty.L2(1), Penalty.L1(1)).OnWeights(ones(2, 2)));
    }
}
