using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Relevance.RulesByHand;

/// <summary>Many small random networks: what holds for any weights must hold for these.</summary>
public static class RandomNets
{
    private const int Inputs = 16, HiddenNeurons = 32, Classes = 4;

    /// <summary>
    /// Draws networks of 16 inputs, 32 ReLUs and 4 classes in float64 with standard normal weights over the square root of the layer's inputs, biases likewise, one standard normal
    /// input each, and explains the largest score with LRP-0 in both layers.
    /// </summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="pruning">p+; p- is half of it.</param>
    /// <param name="bias">Whether the layers have biases.</param>
    /// <param name="seed">Where the weights come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the share outside 0 to below 1.</exception>
    public static IReadOnlyList<RandomNetReading> Read(int count, double pruning, bool bias, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = seed.Random("random nets");
        return [.. Enumerable.Range(0, count).Select(_ => One(pruning, bias, random))];
    }

    private static RandomNetReading One(double pruning, bool bias, Random random)
    {
        using var scope = NewDisposeScope();
        using var hidden = Layer(Inputs, HiddenNeurons, bias, random);
        using var score = Layer(HiddenNeurons, Classes, bias, random);
        using var model = Sequential(("hidden", hidden), ("relu", ReLU()), ("score", score));
        var x = tensor(Normals(Inputs, 1, random), [1, Inputs]).requires_grad_(true);
        var composite = Composite.Uniform(Rule.Zero());
        var readings = new Pruning?[] { null, Pruning.Lambda(pruning), Pruning.Matrix(pruning) }.Select(cut =>
        {
            using var result = new RelevancePropagation(model, composite.Pruned(cut)).Explain(x, new RelevanceOptions { Layers = true });
            return (Hidden: Values(result.Layers["relu"]), Input: Values(result.Input), Score: result.Scores.amax([1]).ToDouble());
        }).ToArray();
        var gradient = autograd.grad([model.call(x).amax([1]).sum()], [x])[0];
        return new(readings[0].Score, new(readings[0].Hidden, readings[1].Hidden, readings[2].Hidden), new(readings[0].Input, readings[1].Input, readings[2].Input))
        {
            GradientTimesInput = Values(gradient * x.detach()),
        };
    }

    private static TorchSharp.Modules.Linear Layer(int inputs, int outputs, bool bias, Random random)
    {
        var scale = 1 / Math.Sqrt(inputs);
        var weights = new double[outputs, inputs];
        Buffer.BlockCopy(Normals(weights.Length, scale, random), 0, weights, 0, weights.Length * sizeof(double));
        return GivenLayer.Linear(weights, bias ? Normals(outputs, scale, random) : null);
    }

    private static double[] Values(Tensor tensor) => tensor.detach().flatten().data<double>().ToArray();

    // Box and Muller.
    private static double[] Normals(int count, double scale, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
