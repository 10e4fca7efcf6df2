using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.Attributions;

/// <summary>Models of which the right answer is known, and small nets in float64.</summary>
internal static class SmallModels
{
    /// <summary>A linear model with its weight [C, n].</summary>
    internal static (Module<Tensor, Tensor> Model, Tensor Weight) Linear(long inputs, long classes, int seed)
    {
        manual_seed(seed);
        var layer = nn.Linear(inputs, classes, dtype: float64);
        return (Sequential(layer), layer.weight!.detach());
    }

    internal static Module<Tensor, Tensor> Mlp(long inputs, int seed, bool bias = true)
    {
        manual_seed(seed);
        return Sequential(
            ("one", nn.Linear(inputs, 7, bias, dtype: float64)), ("relu1", ReLU()), ("two", nn.Linear(7, 6, bias, dtype: float64)), ("relu2", ReLU()),
            ("head", nn.Linear(6, 3, bias, dtype: float64)));
    }

    /// <summary>[N, 2, 6, 6] to [N, 3].</summary>
    internal static Module<Tensor, Tensor> Convolutional(int seed)
    {
        manual_seed(seed);
        return Sequential(
            ("conv1", Conv2d(2, 4, 3L, padding: 1, dtype: float64)), ("relu1", ReLU()), ("pool", MaxPool2d(2)),
            ("conv2", Conv2d(4, 5, 2L, dtype: float64)), ("relu2", ReLU()), ("drop", Dropout(0.5)), ("flatten", Flatten()), ("head", nn.Linear(20, 3, dtype: float64)));
    }

    internal static double[] Values(this Tensor values) => values.to(float64).contiguous().data<double>().ToArray();

    internal static double Furthest(Tensor one, Tensor other)
    {
        Xunit.Assert.Equal(one.shape, other.shape);
        return (one - other).abs().max().ToDouble();
    }

    /// <summary>Two scores of a function of the input: f and -f.</summary>
    internal sealed class Formula(Func<Tensor, Tensor> score) : Module<Tensor, Tensor>("formula")
    {
        /// <summary>What it was given, in the order of the calls.</summary>
        internal List<Tensor> Points { get; } = [];

        public override Tensor forward(Tensor input)
        {
            Points.Add(input.detach().clone().DetachFromDisposeScope());
            var value = score(input);
            return stack([value, -value], 1);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) Points.ForEach(point => point.Dispose());
            base.Dispose(disposing);
        }
    }
}
