using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>Logistic regression of two classes without an intercept, and the influence of each training sample on itself: what wrong labels are found by in the literature.</summary>
/// <remarks>
/// <para>
/// Minimises <c>J(theta) = 1/n sum_i log(1 + exp(-y_i x_i'theta)) + decay/2 |theta|^2</c> with y = -1 for label 0 and +1 for label 1, by Newton's method with conjugate gradients, until no
/// entry of the gradient is larger than the tolerance. J is strictly convex: the optimum is the same from every start.
/// </para>
/// <para>
/// The self-influence is <c>sigma(-y x'theta)^2 x'H^-1 x</c> with <c>H = X'diag(p (1 - p)) X / n + decay I</c>: n times the growth, to first order, of a sample's own loss when it is left out of
/// the training (Koh and Liang 2017). It is exact, by one Cholesky decomposition of the smaller of d x d and n x n.
/// </para>
/// </remarks>
public sealed class LogisticRegression
{
    private const int MostSteps = 200;

    private readonly SparseRows inputs;
    private readonly double[] signs, theta;
    private readonly double decay;

    private LogisticRegression(SparseRows inputs, double[] signs, double decay, double[] theta) => (this.inputs, this.signs, this.decay, this.theta) = (inputs, signs, decay, theta);

    /// <summary>theta, one per input.</summary>
    public ImmutableArray<double> Weights => [.. theta];

    /// <summary>Steps of Newton's method.</summary>
    public int Steps { get; private set; }

    /// <summary>Fits.</summary>
    /// <param name="inputs">X [n, d], finite; left as they are.</param>
    /// <param name="labels">0 or 1, one for each sample.</param>
    /// <param name="decay">Weight of |theta|^2 / 2, above 0: 1e-4 in the experiments on mail.</param>
    /// <param name="tolerance">Largest entry of the gradient at the end, above 0.</param>
    /// <param name="start">A fit on as many inputs to start from, which saves time; null for 0.</param>
    /// <param name="cancellation">Ends the fit between two steps.</param>
    /// <exception cref="ArgumentException">The inputs are no finite matrix, or a label is neither 0 nor 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number isn't positive and finite.</exception>
    /// <exception cref="InvalidOperationException">The tolerance can't be reached in float64.</exception>
    public static LogisticRegression Fit(
        Tensor inputs, IReadOnlyList<int> labels, double decay = 1e-4, double tolerance = 1e-8, LogisticRegression? start = null, CancellationToken cancellation = default) =>
        Fit(SparseRows.From(inputs, nameof(inputs)), labels, decay, tolerance, start, cancellation);

    /// <summary>Fits bags of words and the like, of whose entries most are 0.</summary>
    /// <inheritdoc cref="Fit(Tensor, IReadOnlyList{int}, double, double, LogisticRegression?, CancellationToken)"/>
    public static LogisticRegression Fit(
        SparseRows inputs, IReadOnlyList<int> labels, double decay = 1e-4, double tolerance = 1e-8, LogisticRegression? start = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var signs = Signs(labels, inputs.Count);
        PositiveNumber.Checked(decay);
        PositiveNumber.Checked(tolerance);
        if (start is not null && start.theta.Length != inputs.Width)
            throw new ArgumentException($"The fit to start from has {start.theta.Length} inputs; expected {inputs.Width}.", nameof(start));
        var fit = new LogisticRegression(inputs, signs, decay, start is null ? new double[inputs.Width] : (double[])start.theta.Clone());
        fit.Solve(tolerance, cancellation);
        return fit;
    }

    /// <summary>x'theta of samples: positive for label 1.</summary>
    /// <param name="samples">X [m, d].</param>
    /// <exception cref="ArgumentException">Another number of inputs, or a value isn't finite.</exception>
    public double[] Logits(Tensor samples) => Logits(SparseRows.From(samples, nameof(samples)));

    /// <inheritdoc cref="Logits(Tensor)"/>
    public double[] Logits(SparseRows samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Width != theta.Length) throw new ArgumentException($"The samples have {samples.Width} inputs; expected {theta.Length}.", nameof(samples));
        return samples.Times(theta);
    }

    /// <summary>The share of samples put right; a logit of 0 counts as label 0.</summary>
    /// <param name="samples">X [m, d].</param>
    /// <param name="labels">0 or 1, one for each sample.</param>
    /// <exception cref="ArgumentException">Samples and labels don't fit.</exception>
    public double Accuracy(Tensor samples, IReadOnlyList<int> labels) => Accuracy(SparseRows.From(samples, nameof(samples)), labels);

    /// <inheritdoc cref="Accuracy(Tensor, IReadOnlyList{int})"/>
    public double Accuracy(SparseRows samples, IReadOnlyList<int> labels)
    {
        var logits = Logits(samples);
        ClassLabels.Check(labels, logits.Length, nameof(labels));
        return logits.Where((logit, i) => (logit > 0 ? 1 : 0) == labels[i]).Count() / (double)logits.Length;
    }

    /// <summary>The loss of each training sample, log(1 + exp(-y x'theta)).</summary>
    public double[] Losses() => Array.ConvertAll(Margins(theta), Loss);

    /// <summary>The self-influence of each training sample, 0 or larger.</summary>
    public double[] SelfInfluence()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (margins, n) = (Margins(theta), inputs.Count);
        // sqrt(p (1 - p)), the root of the curvature of each loss.
        var root = tensor(Array.ConvertAll(margins, margin => Math.Sqrt(Sigma(margin) * Sigma(-margin)))).unsqueeze(1);
        Tensor forms;
        if (inputs.Width <= n)
        {
            var x = inputs.ToDense();
            var scaled = x * root;
            var factor = linalg.cholesky(scaled.t().mm(scaled) / n + decay * eye(inputs.Width, dtype: float64));
            forms = linalg.solve_triangular(factor, x.t(), upper: false).square().sum(0L);
        }
        else
        {
            // H^-1 = 1/decay (I - X' R (decay n I + R X X' R)^-1 R X), R the diagonal of roots.
            var gram = inputs.Gram();
            var factor = linalg.cholesky(root * gram * root.t() + decay * n * eye(n, dtype: float64));
            forms = (gram.diagonal() - linalg.solve_triangular(factor, root * gram, upper: false).square().sum(0L)).clamp_min(0) / decay;
        }
        var values = forms.data<double>().ToArray();
        return [.. values.Select((form, i) => Math.Pow(Sigma(-margins[i]), 2) * form)];
    }

    private double[] Margins(double[] at)
    {
        var margins = inputs.Times(at);
        for (var i = 0; i < margins.Length; i++) margins[i] *= signs[i];
        return margins;
    }

    private double Objective(double[] at, double[] margins) => margins.Sum(Loss) / margins.Length + decay / 2 * Dot(at, at);

    private void Solve(double tolerance, CancellationToken cancellation)
    {
        var n = inputs.Count;
        for (; Steps < MostSteps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            var margins = Margins(theta);
            var gradient = inputs.TransposeTimes([.. margins.Select((margin, i) => -signs[i] * Sigma(-margin) / n)]);
            for (var j = 0; j < gradient.Length; j++) gradient[j] += decay * theta[j];
            if (gradient.Max(Math.Abs) <= tolerance) return;
            var curvature = Array.ConvertAll(margins, margin => Sigma(margin) * Sigma(-margin) / n);
            var direction = NewtonDirection(gradient, curvature);
            var (objective, slope, length) = (Objective(theta, margins), Dot(gradient, direction), 1.0);
            double[] Moved() => [.. theta.Select((value, j) => value + length * direction[j])];
            // Armijo's rule; near the optimum the whole step is taken whatever rounding says of the objective.
            while (length > 1e-10 && Objective(Moved(), Margins(Moved())) > objective + 1e-4 * length * slope + 1e-15 * Math.Abs(objective)) length /= 2;
            if (length <= 1e-10) break;
            Moved().CopyTo(theta, 0);
        }
        throw new InvalidOperationException(FormattableString.Invariant($"After {Steps} steps the gradient is larger than {tolerance}; expected a tolerance that float64 can reach on these inputs."));
    }

    // H d = -g by conjugate gradients, as exactly as a quadratic convergence asks for.
    private double[] NewtonDirection(double[] gradient, double[] curvature)
    {
        // Not scaled by the diagonal of H: the decay bounds the small eigenvalues, and rare words would make scaled ones of all sizes (twenty times the steps on bags of words).
        var (d, r) = (new double[gradient.Length], Array.ConvertAll(gradient, value => -value));
        var (p, square, start) = ((double[])r.Clone(), Dot(r, r), Math.Sqrt(Dot(gradient, gradient)));
        var stop = Math.Min(0.1, Math.Sqrt(start)) * start;
        for (var step = 0; step < 10 * gradient.Length && Math.Sqrt(square) > stop; step++)
        {
            var h = inputs.WeightedProduct(curvature, p);
            for (var j = 0; j < h.Length; j++) h[j] += decay * p[j];
            var length = square / Dot(p, h);
            for (var j = 0; j < d.Length; j++) (d[j], r[j]) = (d[j] + length * p[j], r[j] - length * h[j]);
            var next = Dot(r, r);
            for (var j = 0; j < p.Length; j++) p[j] = r[j] + next / square * p[j];
            square = next;
        }
        return d;
    }

    private static double[] Signs(IReadOnlyList<int> labels, int samples)
    {
        ClassLabels.Check(labels, samples, nameof(labels));
        for (var i = 0; i < labels.Count; i++)
            if (labels[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {labels[i]}; expected 0 or 1.", nameof(labels));
        return [.. labels.Select(label => label == 1 ? 1.0 : -1)];
    }

    private static double Sigma(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    private static double Loss(double margin) => margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
