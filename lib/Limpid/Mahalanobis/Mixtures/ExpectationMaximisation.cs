using System.Collections.Immutable;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>Dempster, Laird and Rubin's steps for a mixture of Gaussians: responsibilities from the parameters, then parameters from the responsibilities.</summary>
internal static class ExpectationMaximisation
{
    internal static GaussianMixture Fit(Tensor data, int components, Seed seed, MixtureOptions options, CancellationToken cancellation)
    {
        Points.Check(data, null, nameof(data));
        options.Check();
        if (components < 1 || components > data.size(0)) throw new ArgumentOutOfRangeException(nameof(components), components, $"{components} components; expected 1 to {data.size(0)}, the number of points.");
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var points = Points.Copy(data);
        GaussianMixture? best = null;
        for (var restart = 0; restart < options.Restarts; restart++)
        {
            var start = KMeans.Fit(points, components, seed.Of(FormattableString.Invariant($"k-means {restart}")), cancellation: cancellation);
            var found = Climb(points, start.Labels, components, options, cancellation);
            var worse = best is not null && found.Curve[^1] <= best.Curve[^1];
            (worse ? found : best)?.Dispose();
            if (!worse) best = found;
        }
        return best!;
    }

    private static GaussianMixture Climb(Tensor points, ImmutableArray<int> labels, int components, MixtureOptions options, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var current = Maximise(points, nn.functional.one_hot(tensor(labels.Select(label => (long)label).ToArray()), components).to(float64), options.Regularisation);
        var curve = ImmutableArray.CreateBuilder<double>();
        try
        {
            curve.Add(current.LogLikelihood(points));
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                using var inner = NewDisposeScope();
                var next = Maximise(points, current.Responsibilities(points), options.Regularisation);
                current.Dispose();
                current = next;
                curve.Add(current.LogLikelihood(points));
                var converged = Math.Abs(curve[^1] - curve[^2]) < options.Tolerance;
                if (converged || curve.Count > options.Limit) return new(current.Weights, current.Components, curve.ToImmutable(), converged);
            }
        }
        catch
        {
            current.Dispose();
            throw;
        }
    }

    private static GaussianMixture Maximise(Tensor points, Tensor responsibilities, double regularisation)
    {
        using var scope = NewDisposeScope();
        var shares = responsibilities.sum(0L);
        var components = new List<Gaussian>();
        try
        {
            for (var k = 0L; k < responsibilities.size(1); k++)
            {
                using var inner = NewDisposeScope();
                var weight = responsibilities.select(1, k).unsqueeze(1).div(shares[k]);
                var mean = points.mul(weight).sum(0L);
                var centred = points.sub(mean);
                var covariance = centred.mul(weight).t().mm(centred).add(eye(points.size(1), dtype: float64).mul(regularisation));
                components.Add(Gaussian.Of(mean, covariance.add(covariance.t()).div(2)));
            }
        }
        catch
        {
            foreach (var component in components) component.Dispose();
            throw;
        }
        return GaussianMixture.Of(Points.Numbers(shares), components);
    }
}
