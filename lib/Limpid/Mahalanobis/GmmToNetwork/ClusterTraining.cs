using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>Training of a classifier on clusters: cross entropy, Adam, all points in each step.</summary>
public static class ClusterTraining
{
    /// <summary>Trains in place.</summary>
    /// <param name="network">From points [n, d] to scores [n, K].</param>
    /// <param name="task">The points.</param>
    /// <param name="settings">How long and how fast.</param>
    /// <param name="labels">Classes to learn [n]; those of the task if null.</param>
    /// <param name="cancel">Ends the training between two epochs.</param>
    /// <returns>Test accuracy before each epoch that is to be noted, and after the last.</returns>
    public static ImmutableArray<double> Run(nn.Module<Tensor, Tensor> network, ClusterTask task, ClusterSettings settings, Tensor? labels = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        using var optimiser = optim.Adam(network.parameters(), settings.Rate);
        var curve = ImmutableArray.CreateBuilder<double>();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            if (epoch % settings.Every == 0) curve.Add(task.Accuracy(network));
            optimiser.zero_grad();
            nn.functional.cross_entropy(network.call(task.X), labels ?? task.Labels).backward();
            optimiser.step();
        }
        curve.Add(task.Accuracy(network));
        return curve.ToImmutable();
    }
}
