using Limpid.Margin.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>The map of LIME (Ribeiro et al. 2016): a weighted linear fit of the class's probability by which super-pixels are shown.</summary>
/// <remarks>
/// With random subsets z in {0, 1}^s and their probabilities f(z) it minimises <c>sum_z w(z) (f(z) - b - c'z)^2 + ridge |c|^2</c>, <c>w = exp(-(1 - cos(z, 1))^2 / width^2)</c>; the map
/// holds each super-pixel's coefficient c. The intercept bears no penalty.
/// </remarks>
public static class LimeSaliency
{
    /// <summary>Explains an image's class.</summary>
    /// <param name="image">[channels, H, W], floating point; left as it is.</param>
    /// <param name="division">Its super-pixels.</param>
    /// <param name="model">From a batch of images to scores of classes [n, classes]; called without gradients.</param>
    /// <param name="samples">Random subsets, at least 2.</param>
    /// <param name="random">The subsets.</param>
    /// <param name="target">The class; null for the image's own.</param>
    /// <param name="fill">What stands where nothing is shown.</param>
    /// <param name="width">Of the weights, above 0.</param>
    /// <param name="ridge">0 or larger.</param>
    /// <param name="batch">Copies at once.</param>
    /// <param name="cancellation">Ends the work between two batches.</param>
    /// <returns>The map [H, W].</returns>
    /// <exception cref="ArgumentException">Image and super-pixels are of different sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double[,] Of(
        Tensor image, SuperPixels division, Func<Tensor, Tensor> model, int samples, Random random, int? target = null, double fill = 0, double width = 0.25, double ridge = 1, int batch = 64,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(division);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(ridge);
        PositiveNumber.Checked(width);
        if (image.ndim != 3 || image.size(1) != division.Height || image.size(2) != division.Width)
            throw new ArgumentException($"The image has shape [{string.Join(", ", image.shape)}]; expected [channels, {division.Height}, {division.Width}] like its super-pixels.", nameof(image));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var own = target ?? (int)model(image.detach().unsqueeze(0)).argmax(1).ToInt64();
        var (shown, masks) = ImageMasks.Subsets(division, samples, 0.5, random);
        var answers = new List<Tensor>();
        for (long first = 0; first < samples; first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            answers.Add(model(ImageMasks.Masked(image.detach(), masks.narrow(0, first, Math.Min(batch, samples - first)), fill)).softmax(1).select(1, own).to(float64).cpu());
        }
        return Of(division, shown, cat(answers).data<double>().ToArray(), width, ridge);
    }

    /// <summary>The map of answers that are there already, so that LIME can be held against another method that asked of the same copies.</summary>
    /// <param name="division">The super-pixels.</param>
    /// <param name="shown">Which are shown [samples, super-pixels], 0 and 1, as <see cref="ImageMasks.Subsets"/> gives them.</param>
    /// <param name="answers">The probability of the class for each sample.</param>
    /// <param name="width">Of the weights, above 0.</param>
    /// <param name="ridge">0 or larger.</param>
    /// <returns>The map [H, W].</returns>
    /// <exception cref="ArgumentException">The three don't fit each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double[,] Of(SuperPixels division, Tensor shown, IReadOnlyList<double> answers, double width = 0.25, double ridge = 1)
    {
        ArgumentNullException.ThrowIfNull(division);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfNegative(ridge);
        PositiveNumber.Checked(width);
        if (shown.ndim != 2 || shown.size(0) != answers.Count || shown.size(1) != division.Count)
            throw new ArgumentException($"The subsets have shape [{string.Join(", ", shown.shape)}]; expected [{answers.Count}, {division.Count}]: answers and super-pixels.", nameof(shown));
        using var scope = NewDisposeScope();
        var coefficients = Fit(shown.detach().to(float64).cpu(), tensor(answers.ToArray()), width, ridge);
        var map = new double[division.Height, division.Width];
        for (var r = 0; r < division.Height; r++)
            for (var c = 0; c < division.Width; c++) map[r, c] = coefficients[division[r, c]];
        return map;
    }

    /// <summary>c of the weighted ridge regression with an intercept.</summary>
    internal static double[] Fit(Tensor z, Tensor answers, double width, double ridge)
    {
        using var scope = NewDisposeScope();
        var distance = 1 - z.sum(1).div(z.size(1)).sqrt();
        var weights = distance.square().div(-width * width).exp().unsqueeze(1);
        var all = cat([z, ones(z.size(0), 1, dtype: float64)], 1);
        var penalty = cat([full(z.size(1), ridge, dtype: float64), zeros(1, dtype: float64)]);
        var normal = (all * weights).t().mm(all) + penalty.diag();
        // The pseudo-inverse, since without a ridge super-pixels that are always shown together can't be told apart.
        return linalg.pinv(normal, hermitian: true).mv((all * weights).t().mv(answers)).narrow(0, 0, z.size(1)).data<double>().ToArray();
    }
}
