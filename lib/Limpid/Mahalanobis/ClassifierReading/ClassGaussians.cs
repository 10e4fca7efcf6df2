using Limpid.Mahalanobis.Mixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>A Gaussian for each class of some data, as a mixture weighted by the classes' sizes.</summary>
public static class ClassGaussians
{
    /// <summary>Fits them.</summary>
    /// <param name="inputs">[n, d].</param>
    /// <param name="labels">[n], int64, from 0; every class up to the largest occurs at least twice.</param>
    /// <param name="conditioning">What to do about singular covariances; nothing if null.</param>
    /// <exception cref="ArgumentException">Numbers don't fit, or a class has fewer than 2 samples.</exception>
    /// <exception cref="SingularCovarianceException">A class's covariance is singular, and no conditioning was asked for.</exception>
    public static GaussianMixture Fit(Tensor inputs, Tensor labels, Conditioning? conditioning = null)
    {
        Points.Check(inputs, null, nameof(inputs));
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.ndim != 1 || labels.size(0) != inputs.size(0)) throw new ArgumentException($"The labels have shape [{string.Join(", ", labels.shape)}]; expected [{inputs.size(0)}].", nameof(labels));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var components = new List<Gaussian>();
        var sizes = new List<double>();
        try
        {
            for (var k = 0L; k <= labels.max().item<long>(); k++)
            {
                using var inner = NewDisposeScope();
                var own = labels.eq(k).nonzero().squeeze(1);
                components.Add(Gaussian.Fit(inputs.index_select(0, own), conditioning));
                sizes.Add(own.size(0));
            }
        }
        catch
        {
            foreach (var component in components) component.Dispose();
            throw;
        }
        return GaussianMixture.Of(sizes, components);
    }
}
