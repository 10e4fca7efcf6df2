using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>A layer that has parameters of its own.</summary>
/// <param name="Name">Its path in the model, for example <c>features.0</c>; empty for the model itself.</param>
/// <param name="Layer">The layer.</param>
internal sealed record LayerParameters(string Name, nn.Module Layer)
{
    /// <summary>The layers of a model, each before those that it holds, in the order in which they were registered.</summary>
    internal static IEnumerable<LayerParameters> Of(nn.Module module, string path = "")
    {
        if (module.named_parameters(false).Any()) yield return new LayerParameters(path, module);
        foreach (var (name, child) in module.named_children())
            foreach (var layer in Of(child, path.Length == 0 ? name : $"{path}.{name}"))
                yield return layer;
    }

    /// <summary>Overwrites the parameters, in place, from a generator of the seed and the layer's name.</summary>
    internal void Randomise(RandomWeights weights, Seed seed)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var generator = RowDraws.Generator(seed.Of("weights of " + Name), 0);
        var parameters = Layer.named_parameters(false).ToArray();
        var widest = parameters.Select(named => named.Item2).FirstOrDefault(parameter => parameter.shape.Length > 1);
        var fanIn = widest is null ? 0 : widest.numel() / widest.size(0);
        foreach (var (name, parameter) in parameters)
        {
            var values = parameter.detach().cpu().to(float64).clone();
            Draw(weights, name, values, fanIn, generator);
            parameter.copy_(values);
        }
    }

    private static void Draw(RandomWeights weights, string name, Tensor values, long fanIn, Generator generator)
    {
        if (weights == RandomWeights.OwnStatistics)
        {
            if (values.max().item<double>() > values.min().item<double>())
                values.normal_(values.mean().item<double>(), values.std(unbiased: false).item<double>(), generator);
        }
        else if (fanIn > 0) values.uniform_(-1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn), generator);
        else values.fill_(name == "bias" ? 0 : 1);
    }
}
