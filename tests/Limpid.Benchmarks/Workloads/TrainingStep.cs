using Limpid.GraphSpectral;
using Limpid.Graphs;
using Limpid.Spectral;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Benchmarks.Workloads;

/// <summary>One optimiser step on one fixed batch: zero the gradients, forward, loss, backward, update.</summary>
internal sealed class TrainingStep : IWorkload
{
    private readonly Module<Tensor, Tensor> first, second;
    private readonly Module<Tensor, Tensor>? penalty;
    private readonly optim.Optimizer optimizer;
    private readonly Func<Tensor, Tensor> loss;
    private readonly Tensor input;

    private TrainingStep(Module<Tensor, Tensor> first, Module<Tensor, Tensor> second, Module<Tensor, Tensor>? penalty,
        bool adam, Tensor input, Func<Tensor, Tensor> loss)
    {
        (this.first, this.second, this.penalty, this.input, this.loss) = (first, second, penalty, input, loss);
        var parameters = first.parameters().Concat(second.parameters()).ToArray();
        optimizer = adam ? optim.Adam(parameters) : optim.SGD(parameters, 0.01, momentum: 0.9);
    }

    /// <summary>784-128-10, batch 64.</summary>
    public static TrainingStep Mlp(bool adam)
    {
        manual_seed(0);
        return new(Sequential(Linear(784, 128), ReLU()), Linear(128, 10), null, adam, rand(64, 784), CrossEntropy(64));
    }

    /// <summary>The MNIST classifier (a) of the graph spectral regularization paper, batch 256; the 8 x 8 grid on its dense layer.</summary>
    public static TrainingStep Cnn(bool penalised)
    {
        manual_seed(0);
        var features = Sequential(
            Conv2d(1, 32, 5, padding: 2), LeakyReLU(0.2), MaxPool2d(2),
            Conv2d(32, 64, 5, padding: 2), LeakyReLU(0.2), MaxPool2d(2),
            Flatten(), Linear(3136, 64), LeakyReLU(0.2));
        var penalty = penalised ? new GraphSpectralPenalty(Graph.Grid(8, 8), weight: 0.001) : null;
        return new(features, Linear(64, 10), penalty, adam: true, rand(256, 1, 28, 28), CrossEntropy(256));
    }

    /// <summary>The learned-graph autoencoder: 20 inputs, 100 latent neurons, batch 32, normalised Laplacian.</summary>
    public static TrainingStep Autoencoder(bool penalised)
    {
        manual_seed(0);
        var encoder = Sequential(Linear(20, 128), LeakyReLU(0.2), Linear(128, 128), LeakyReLU(0.2),
            Linear(128, 128), LeakyReLU(0.2), Linear(128, 100));
        var decoder = Sequential(Linear(100, 128), LeakyReLU(0.2), Linear(128, 128), LeakyReLU(0.2),
            Linear(128, 128), LeakyReLU(0.2), Linear(128, 20));
        var penalty = penalised ? new GraphSpectralPenalty(Graph.Grid(10, 10), weight: 0.001, kind: LaplacianKind.Symmetric) : null;
        var x = rand(32, 20);
        return new(encoder, decoder, penalty, adam: true, x, output => F.mse_loss(output, x));
    }

    /// <summary>One dense layer, 784 to 512, batch 500, as it is or in spectral form.</summary>
    public static TrainingStep Dense(bool spectral)
    {
        manual_seed(0);
        Module<Tensor, Tensor> layer = spectral ? SpectralLinear.ForRelevance(784, 512) : Linear(784, 512);
        var (x, y) = (rand(500, 784), rand(500, 512));
        return new(layer, Identity(), null, adam: true, x, output => F.mse_loss(output, y));
    }

    public double Run(int count)
    {
        var last = 0.0;
        for (var i = 0; i < count; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var hidden = first.call(input);
            var total = loss(second.call(hidden));
            if (penalty is not null)
                total = total + penalty.call(hidden);
            total.backward();
            optimizer.step();
            if (i == count - 1)
                last = total.ToDouble();
        }
        return last;
    }

    private static Func<Tensor, Tensor> CrossEntropy(int batch)
    {
        var labels = randint(10, batch);
        return logits => F.cross_entropy(logits, labels);
    }
}
