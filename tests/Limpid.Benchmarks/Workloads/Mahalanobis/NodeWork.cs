using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Layers;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Mahalanobis;

/// <summary>So many models of one node fit the distance of 1024 points in the plane at once, by the source's SGD; the count is that of epochs, the check value the mean final loss.</summary>
/// <param name="models">How many models.</param>
internal sealed class NodeWork(int models) : IWorkload
{
    public double Run(int count)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Gaussian.Of(tensor(new double[] { 3, 2 }), tensor(new double[,] { { 2, -1 }, { -1, 1 } }));
        var data = gaussian.Sample(1024, new Seed(0));
        using var layer = BatchedLinear.Start([.. Enumerable.Range(0, models).Select(model => new Seed(model))], 2, 1, WeightStart.XavierUniform);
        using var network = nn.Sequential(layer, new Abs());
        using var optimiser = optim.SGD(network.parameters(), 0.001, momentum: 0.9);
        return BatchedTraining.Train(
            network, optimiser, data.to(float32), gaussian.Distances(data).to(float32), (outputs, targets) => outputs.squeeze(1).sub(targets).square().mean([1L]), new(count)).Final.Average();
    }
}
