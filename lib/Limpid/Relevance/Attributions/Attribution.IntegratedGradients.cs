using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>
    /// Integrated gradients (Sundararajan et al. 2017, eq. 1): (x_i - b_i) times the mean of df_t / dx_i along the straight way from the baseline b to x,
    /// R_i = (x_i - b_i) / n * sum_k df_t / dx_i (b + alpha_k (x - b)).
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...], floating.</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="steps">n, at least 1. With one step, the right rule and baseline 0 it is <see cref="GradientTimesInput"/>.</param>
    /// <param name="baseline">b, shaped as the input or extending to it; 0 if left out.</param>
    /// <param name="rule">Where on each step.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    public static Tensor IntegratedGradients(
        ScoringModel model, Tensor input, ClassTarget target = default, int steps = 20, Tensor? baseline = null, RiemannRule rule = RiemannRule.Right, int batchSize = 64)
    {
        var map = IntegratedGradients(model, input, out var gap, target, steps, baseline, rule, batchSize);
        gap.Dispose();
        return map;
    }

    /// <summary>The same with the completeness gap, sum_i R_i - (f_t(x) - f_t(b)): 0 for the exact integral, so its size says whether the steps are enough.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...], floating.</param>
    /// <param name="gap">The gap of each sample [N], float64; the caller disposes it.</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="steps">n, at least 1.</param>
    /// <param name="baseline">b, shaped as the input or extending to it; 0 if left out.</param>
    /// <param name="rule">Where on each step.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    public static Tensor IntegratedGradients(
        ScoringModel model, Tensor input, out Tensor gap, ClassTarget target = default, int steps = 20, Tensor? baseline = null, RiemannRule rule = RiemannRule.Right, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check(input, batchSize, gradient: true);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var offset = rule switch
        {
            RiemannRule.Right => 1.0,
            RiemannRule.Middle => 0.5,
            RiemannRule.Left => 0.0,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected Right, Middle or Left."),
        };
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = model.Evaluation();
        var origin = Baseline.Of(baseline, input);
        var (targets, scores) = model.Explained(input, target, batchSize);
        var (maps, gaps) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (start, count) in Pieces.Of(input.size(0), batchSize))
        {
            using var batch = NewDisposeScope();
            var (from, classes) = (origin.narrow(0, start, count), targets.narrow(0, start, count));
            var way = input.detach().narrow(0, start, count) - from;
            var map = way * SumOfGradients(model, from, way, classes, steps, offset, batchSize) / steps;
            var gained = scores.narrow(0, start, count) - model.Scores(from.clone(), classes);
            gaps.Add((map.flatten(1).sum(1L, type: ScalarType.Float64) - gained).MoveToOuterDisposeScope());
            maps.Add(map.MoveToOuterDisposeScope());
        }
        gap = cat(gaps, 0).MoveToOuterDisposeScope();
        return cat(maps, 0).MoveToOuterDisposeScope();
    }

    private static Tensor SumOfGradients(ScoringModel model, Tensor from, Tensor way, Tensor targets, int steps, double offset, int batchSize)
    {
        using var scope = NewDisposeScope();
        var sum = way.zeros_like();
        foreach (var (start, count) in Pieces.OfVariants(steps, way.size(0), batchSize))
        {
            using var batch = NewDisposeScope();
            var alpha = arange(start, start + count, ScalarType.Float64, way.device).add(offset).div(steps).to(way.dtype);
            var points = from + alpha.view([count, .. Enumerable.Repeat(1L, (int)way.dim())]) * way;
            sum.add_(model.Gradient(points.flatten(0, 1), _ => targets.repeat(count)).view([count, .. way.shape]).sum(0L));
        }
        return sum.MoveToOuterDisposeScope();
    }
}
