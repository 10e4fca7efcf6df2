using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>Runs a model once with hooks on its modules, then finds out how their inputs came from earlier outputs.</summary>
internal static class Tracer
{
    internal static Network Run(nn.Module<Tensor, Tensor> model, Tensor sample)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.dim() < 2 || sample.numel() == 0)
            throw new ArgumentException(FormattableString.Invariant($"The sample has shape [{string.Join(", ", sample.shape)}]; expected [N, ...] with N at least 1 and entries."), nameof(sample));
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var mode = new EvaluationMode(model);
        var one = sample.detach().narrow(0, 0, 1).clone();
        using var recording = new Recording(model);
        var output = model.call(one.alias());
        var network = Join(recording.Calls, one, output);
        RequireSame(network, model, one);
        return network;
    }

    private static Network Join(IReadOnlyList<RecordedCall> calls, Tensor sample, Tensor output)
    {
        var builder = new NetworkBuilder();
        var values = new KnownValues(builder);
        values.Add(NetworkBuilder.Input, sample);
        var last = "the input";
        foreach (var call in calls)
        {
            values.Add(builder.AddModule(call.Name, call.Module, values.Find(call.Input) ?? throw Unknown(call.Name, $"what module '{call.Name}' gets", last)), call.Output);
            last = $"module '{call.Name}'";
        }
        return builder.Build(values.Find(output) ?? throw Unknown("", "what the model returns", last));
    }

    // Coincidences of one sample, such as equal tensors, show on another one.
    private static void RequireSame(Network network, nn.Module<Tensor, Tensor> model, Tensor sample)
    {
        var other = sample.is_floating_point() ? sample.flip(Enumerable.Range(1, (int)sample.dim() - 1).Select(axis => (long)axis).ToArray()) * 0.7 + 0.1 * sample.abs().mean() : sample;
        foreach (var input in new[] { sample, other })
        {
            var (expected, got) = (model.call(input.alias()), network.Forward(input));
            if (!expected.shape.SequenceEqual(got.shape) || !expected.allclose(got, 1e-3, 1e-4 * expected.abs().max().ToDouble()))
                throw new UnsupportedLayerException("", "The traced network computes something else than the model: an operation between its modules depends on the values, or two tensors were equal by chance. Let the model's parts implement INetworkBlock.");
        }
    }

    private static UnsupportedLayerException Unknown(string layer, string what, string last) => new(layer,
        $"It isn't known how {what} was computed; {last} ran before it. Recognised between modules are views, sums and products of two tensors, ReLU, concatenation and the mean over all positions. Put the operation into a module that implements INetworkBlock, or call the submodule with call() instead of forward().");
}
