using Limpid.Relevance;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Benchmarks.Workloads.Relevance;

/// <summary>Relevance of one fixed batch of 64 for its largest scores, or what it is measured against: forward and the gradient by the input.</summary>
internal sealed class RelevanceWork : IWorkload
{
    private readonly Func<double> once;

    private RelevanceWork(Module<Tensor, Tensor> model, Tensor input, Composite? composite) =>
        once = composite is null ? () => Gradient(model, input) : Explain(new RelevancePropagation(model, composite), input);

    /// <summary>The workload of a name such as "vgg-epsilon".</summary>
    public static RelevanceWork Of(string name)
    {
        manual_seed(0);
        var parts = name.Split('-');
        Module<Tensor, Tensor> model = parts[0] == "vgg" ? Vgg() : Sequential(Linear(784, 512), ReLU(), Linear(512, 512), ReLU(), Linear(512, 10));
        var input = parts[0] == "vgg" ? randn(64, 3, 64, 64) : randn(64, 784);
        return new(model, input, parts[1] switch
        {
            "gradient" => null,
            "epsilon" => Composite.Uniform(Rule.Epsilon()),
            "gamma" => Composite.Uniform(Rule.Gamma()),
            _ => Composite.Uniform(Rule.Epsilon()).Pruned(Pruning.Lambda()),
        });
    }

    public double Run(int count)
    {
        var last = 0.0;
        for (var i = 0; i < count; i++) last = once();
        return last;
    }

    /// <summary>The network of the generated scenes.</summary>
    private static Module<Tensor, Tensor> Vgg()
    {
        Module<Tensor, Tensor> Conv(long from, long to) => Conv2d(from, to, 3L, padding: 1);
        return Sequential(
            Conv(3, 16), ReLU(), Conv(16, 16), ReLU(), MaxPool2d(2), Conv(16, 32), ReLU(), Conv(32, 32), ReLU(), MaxPool2d(2),
            Conv(32, 64), ReLU(), Conv(64, 64), ReLU(), MaxPool2d(2), Flatten(), Linear(4096, 64), ReLU(), Linear(64, 4));
    }

    private static double Gradient(Module<Tensor, Tensor> model, Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.detach().requires_grad_(true);
        var gradient = autograd.grad([model.call(x).amax([1]).sum()], [x])[0];
        return gradient[0, 0].flatten()[0].ToDouble();
    }

    private static Func<double> Explain(RelevancePropagation lrp, Tensor input) => () =>
    {
        // Intermediate results that wait for the garbage collector would count as memory of the propagation.
        using var scope = NewDisposeScope();
        using var result = lrp.Explain(input);
        return result.Input.abs().sum().ToDouble();
    };
}
