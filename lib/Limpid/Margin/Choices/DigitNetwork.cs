using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Choices;

/// <summary>A small classifier of small pictures, to be attacked: one hidden layer of 64 rectified nodes, trained on all samples at once by Adam.</summary>
public static class DigitNetwork
{
    /// <summary>Trains one.</summary>
    /// <param name="inputs">[n, d].</param>
    /// <param name="labels">0 to 9, one for each.</param>
    /// <param name="seed">Of the first weights; seeds the global generator.</param>
    /// <param name="steps">How many.</param>
    /// <returns>Logits [n, 10] from inputs [n, d], in evaluation mode; the caller's to dispose.</returns>
    public static nn.Module<Tensor, Tensor> Train(Tensor inputs, IReadOnlyList<int> labels, long seed, int steps = 150)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ClassLabels.Check(labels, (int)inputs.size(0), nameof(labels));
        manual_seed(seed);
        var network = nn.Sequential(nn.Linear(inputs.size(1), 64), nn.ReLU(), nn.Linear(64, 10));
        using var scope = NewDisposeScope();
        using var optimizer = optim.Adam(network.parameters(), 0.01);
        var (x, y) = (inputs.to(float32), tensor(labels.Select(label => (long)label).ToArray()));
        for (var step = 0; step < steps; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.call(x), y).backward();
            optimizer.step();
        }
        network.eval();
        return network;
    }
}
