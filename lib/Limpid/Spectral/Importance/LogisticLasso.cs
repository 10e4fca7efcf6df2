using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>Logistic regression of two classes with an L1 penalty on the weights, <c>mean log-loss + lambda |w|_1</c>; the intercept isn't penalised. Weights are exactly 0 where the penalty wins.</summary>
/// <remarks>Accelerated proximal gradient steps with restarts (Beck and Teboulle 2009; O'Donoghue and Candes 2015) in float64.</remarks>
/// <param name="Lambda">The penalty.</param>
/// <param name="Weights">w, one per input.</param>
/// <param name="Intercept">b.</param>
public sealed record LogisticLasso(double Lambda, ImmutableArray<double> Weights, double Intercept)
{
    private const int MostSteps = 20_000;

    // Enough to rank inputs; weights of nearly separable samples would creep on for thousands of steps.
    private const int StepsOnAPath = 300;

    /// <summary>How many weights aren't 0.</summary>
    public int Kept => Weights.Count(weight => weight != 0);

    /// <summary>The smallest penalty at which all weights are 0: <c>max_j |x_j (y - mean y)| / n</c>.</summary>
    /// <param name="inputs">X [n, d], standardised.</param>
    /// <param name="targets">0 or 1 for each sample.</param>
    public static double LargestLambda(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Checked(inputs, targets);
        return x.t().mv(y - y.mean()).abs().max().ToDouble() / x.size(0);
    }

    /// <summary>The regressions of several penalties, each begun where the last ended.</summary>
    /// <param name="inputs">X [n, d], finite; standardise them. Left as they are.</param>
    /// <param name="targets">0 or 1 for each sample, [n] or [n, 1].</param>
    /// <param name="lambdas">Penalties, 0 or larger; best from the largest down.</param>
    /// <param name="mostSteps">Gradient steps for each penalty, at most; it stops earlier when no weight moves any more.</param>
    /// <exception cref="ArgumentException">Shapes don't fit, a number isn't finite, a target is neither 0 nor 1, a class is missing, or a penalty is negative.</exception>
    public static IReadOnlyList<LogisticLasso> Path(Tensor inputs, Tensor targets, IReadOnlyList<double> lambdas, int mostSteps = MostSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSteps, 1);
        ArgumentNullException.ThrowIfNull(lambdas);
        if (lambdas.Any(lambda => !(lambda >= 0) || double.IsInfinity(lambda)))
            throw new ArgumentException("A penalty is negative or not finite; expected numbers of 0 or more.", nameof(lambdas));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var (x, y) = Checked(inputs, targets);
        var design = cat([x, ones_like(x.narrow(1, 0, 1))], 1);
        var step = 1 / Curvature(design);
        var w = design.new_zeros([design.size(1)]);
        var found = new List<LogisticLasso>();
        foreach (var lambda in lambdas)
        {
            using var inner = NewDisposeScope();
            w.copy_(Solve(design, y, w, lambda, step, mostSteps));
            var values = w.data<double>().ToArray();
            found.Add(new LogisticLasso(lambda, [.. values[..^1]], values[^1]));
        }
        return found;
    }

    /// <summary>Of a path of penalties the regression whose loss on the last tenth of the samples is least, fitted anew on all; 300 gradient steps for each at most.</summary>
    /// <param name="inputs">X [n, d], n at least 10.</param>
    /// <param name="targets">0 or 1 for each sample.</param>
    /// <param name="steps">Penalties from <see cref="LargestLambda"/> down to its thousandth, at least 2.</param>
    public static LogisticLasso Best(Tensor inputs, Tensor targets, int steps = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        using var scope = NewDisposeScope();
        var (x, y) = Checked(inputs, targets);
        var part = x.size(0) * 9 / 10;
        var (known, held) = ((x.narrow(0, 0, part), y.narrow(0, 0, part)), (x.narrow(0, part, x.size(0) - part), y.narrow(0, part, x.size(0) - part)));
        var largest = LargestLambda(x, y);
        double[] lambdas = [.. Enumerable.Range(0, steps).Select(i => largest * Math.Pow(1e-3, i / (steps - 1.0)))];
        var path = Path(known.Item1, known.Item2, lambdas, StepsOnAPath);
        var best = Enumerable.Range(0, steps).MinBy(i => nn.functional.binary_cross_entropy_with_logits(path[i].Logits(held.Item1), held.Item2).ToDouble());
        return Path(x, y, lambdas[..(best + 1)], StepsOnAPath)[^1];
    }

    /// <summary>x w + b.</summary>
    /// <param name="inputs">X [n, d].</param>
    /// <returns>[n], float64.</returns>
    public Tensor Logits(Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        using var scope = NewDisposeScope();
        return inputs.detach().to(float64).mv(tensor(Weights.ToArray(), device: inputs.device)).add(Intercept).MoveToOuterDisposeScope();
    }

    /// <summary>The share of samples on the right side of 0.</summary>
    /// <param name="inputs">X [n, d].</param>
    /// <param name="targets">0 or 1 for each sample.</param>
    public double Accuracy(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return Logits(inputs).gt(0).eq(targets.flatten().gt(0.5)).to(float64).mean().ToDouble();
    }

    /// <inheritdoc/>
    public bool Equals(LogisticLasso? other) => other is not null && Lambda.Equals(other.Lambda) && Intercept.Equals(other.Intercept) && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lambda, Intercept, Weights.Length);

    private static Tensor Solve(Tensor design, Tensor y, Tensor start, double lambda, double step, int mostSteps)
    {
        using var scope = NewDisposeScope();
        var penalty = full_like(start, lambda * step);
        penalty[-1] = 0;
        var (w, point, momentum) = (start.clone(), start.clone(), 1.0);
        for (var i = 0; i < mostSteps; i++)
        {
            using var inner = NewDisposeScope();
            var moved = point - design.t().mv(design.mv(point).sigmoid() - y) * (step / design.size(0));
            var next = moved.sign() * (moved.abs() - penalty).clamp_min(0);
            var change = next - w;
            // Momentum that points uphill is dropped.
            var uphill = (point - next).dot(change).ToDouble() > 0;
            var growing = uphill ? 1 : (1 + Math.Sqrt(1 + 4 * momentum * momentum)) / 2;
            var ahead = uphill ? next : next + change * ((momentum - 1) / growing);
            momentum = growing;
            var largest = change.abs().max().ToDouble();
            w.copy_(next);
            point.copy_(ahead);
            if (largest < 1e-9 * Math.Max(1, w.abs().max().ToDouble())) break;
        }
        return w.MoveToOuterDisposeScope();
    }

    // An upper bound of the loss's curvature: a quarter of the largest eigenvalue of X^T X / n, by power iteration with a margin.
    private static double Curvature(Tensor design)
    {
        using var scope = NewDisposeScope();
        var gram = design.t().mm(design).div(design.size(0));
        var v = gram.abs().sum(1).sqrt();
        for (var i = 0; i < 100; i++) v = gram.mv(v).div(gram.mv(v).norm().clamp_min(1e-300));
        var eigenvalue = gram.mv(v).norm().ToDouble();
        return Math.Max(1e-12, Math.Min(gram.abs().sum(1).max().ToDouble(), 1.05 * eigenvalue) / 4);
    }

    private static (Tensor X, Tensor Y) Checked(Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.ndim != 2 || inputs.size(0) < 2 || targets.numel() != inputs.size(0))
            throw new ArgumentException($"The inputs have shape [{string.Join(", ", inputs.shape)}] and there are {targets.numel()} targets; expected [n, d] and n of them.", nameof(inputs));
        if (!FiniteNumbers.All(inputs)) throw new ArgumentException("An input is NaN or infinite; expected finite numbers.", nameof(inputs));
        var y = targets.detach().to(float64).flatten();
        if (y.eq(0).logical_or(y.eq(1)).all().ToBoolean() is false || y.mean().ToDouble() is <= 0 or >= 1)
            throw new ArgumentException("Targets must be 0 or 1, and both must occur.", nameof(targets));
        return (inputs.detach().to(float64), y);
    }
}
