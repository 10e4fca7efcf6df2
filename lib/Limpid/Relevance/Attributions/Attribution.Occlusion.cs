using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>
    /// Occlusion (Zeiler and Fergus 2014): a window slides over the input; the relevance of a position is how far the score drops when the window is replaced by the
    /// baseline, f_t(x) - f_t(x without the window), the mean over the windows that hold the position.
    /// </summary>
    /// <remarks>All channels of a position are replaced together and get the same relevance. Windows start at the first position; the last of an axis is cut at its end.</remarks>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, C, ...] or [N, n]; for integers (indices) the map has the type of torch's default float.</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="window">The window's length along each axis after the channels (of [N, n]: along n), or one for all; 8 if left out.</param>
    /// <param name="stride">Its steps, not longer than the window; the window's length if left out.</param>
    /// <param name="baseline">What replaces it, shaped as the input or extending to it; 0 if left out.</param>
    /// <param name="mode">Whether the window is replaced or all else.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    public static Tensor Occlusion(
        ScoringModel model, Tensor input, ClassTarget target = default, long[]? window = null, long[]? stride = null, Tensor? baseline = null,
        OcclusionMode mode = OcclusionMode.Replace, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check(input, batchSize, gradient: false);
        if (mode is not (OcclusionMode.Replace or OcclusionMode.Keep)) throw new ArgumentOutOfRangeException(nameof(mode), mode, "Expected Replace or Keep.");
        var windows = new SlidingWindows(input, window, stride);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var evaluation = model.Evaluation();
        var origin = Baseline.Of(baseline, input);
        var (targets, scores) = model.Explained(input, target, batchSize);
        return InBatches(input, batchSize, (start, points) =>
        {
            var count = points.size(0);
            var masked = new MaskedScores(model, points, origin.narrow(0, start, count), targets.narrow(0, start, count), batchSize);
            return Occluded(masked, windows, points, mode == OcclusionMode.Replace ? scores.narrow(0, start, count) : null);
        }).MoveToOuterDisposeScope();
    }

    private static Tensor Occluded(MaskedScores masked, SlidingWindows windows, Tensor points, Tensor? whole)
    {
        using var scope = NewDisposeScope();
        var samples = points.size(0);
        var positions = windows.Extended(1).Aggregate(1L, (product, size) => product * size);
        var sum = zeros([samples, positions], ScalarType.Float64, points.device);
        var covers = zeros([positions], ScalarType.Float64, points.device);
        masked.Each(windows.Count,
            (start, count) =>
            {
                var inside = windows.Inside(start, count);
                return (whole is null ? inside : inside.logical_not()).view([count, .. windows.Extended(1)]);
            },
            (start, scores) =>
            {
                var inside = windows.Inside(start, scores.size(0)).flatten(1).to(ScalarType.Float64);
                sum.add_((whole is null ? scores : whole - scores).t().matmul(inside));
                covers.add_(inside.sum(0L));
            });
        return (sum / covers).view(windows.Extended(samples)).expand(points.shape).to(MapType(points)).contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The type of a map: that of the input, or of torch's default where the input holds integers.</summary>
    private static ScalarType MapType(Tensor input) => input.is_floating_point() ? input.dtype : get_default_dtype();
}
