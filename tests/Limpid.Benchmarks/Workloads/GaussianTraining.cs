using Limpid.Reproduction;
using Limpid.Spectral.GaussianFeatures;
using Limpid.Spectral.Training;
using TorchSharp;

namespace Limpid.Benchmarks.Workloads;

/// <summary>One repeat of <c>independent-gaussians</c>: the authors' network on 60 000 samples, trained for so many epochs and read.</summary>
internal sealed class GaussianTraining : IWorkload
{
    private readonly FeatureSamples samples = IndependentGaussians.Stored.Draw(IndependentGaussians.PaperSamples, new Random(0));

    /// <summary>Trains afresh.</summary>
    /// <returns>The accuracy on the test samples.</returns>
    public double Run(int count) =>
        new FeatureExperiment(samples, IndependentGaussians.Layout, new(0.01, 500, count)).Run(FeatureVariant.Spectral, new Seed(0)).TestAccuracy;
}
