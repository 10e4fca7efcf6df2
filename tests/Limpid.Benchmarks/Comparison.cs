namespace Limpid.Benchmarks;

/// <summary>Two workloads side by side and the ratio that is asked of their medians (none: shown only).</summary>
/// <param name="Title">What a reader calls it.</param>
/// <param name="Ours">Our workload.</param>
/// <param name="Other">What it is compared with: the peer's workload of this name, or one of ours.</param>
/// <param name="AgainstPeer">Whether <paramref name="Other"/> runs in Python.</param>
/// <param name="Count">Repetitions in one timed run.</param>
/// <param name="Asked">The largest ratio wanted.</param>
/// <param name="Overhead">Whether the ratio is that of what both sides add to the same call from C++, instead of the whole times.</param>
internal sealed record Comparison(
    string Title, string Ours, string Other, bool AgainstPeer, int Count, double? Asked, bool Overhead = false)
{
    /// <summary>What the other side is made of.</summary>
    public string Peer { get; init; } = "PyTorch";

    /// <summary>Alternating runs A B A B; at least 15 of each, hundreds where the ratio asked is within the scatter of single runs.</summary>
    public int Rounds { get; init; } = 31;

    /// <summary>The numbers of threads at which it is measured.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, 2];

    public static readonly IReadOnlyList<Comparison> Networks =
    [
        new("8 x 8 add", "small-add", "small-add", true, 20_000, 0.5, Overhead: true),
        new("8 x 8 times scalar", "small-scale", "small-scale", true, 20_000, 0.5, Overhead: true),
        new("8 x 8 ReLU", "small-relu", "small-relu", true, 20_000, 0.5, Overhead: true),
        new("8 x 8 matrix product", "small-matmul", "small-matmul", true, 20_000, 0.5, Overhead: true),
        new("8 x 8 sum", "small-sum", "small-sum", true, 20_000, 0.5, Overhead: true),
        new("MLP 784-128-10 step, batch 64, SGD", "mlp-sgd", "mlp-sgd", true, 200, 0.8),
        new("MLP 784-128-10 step, batch 64, Adam", "mlp-adam", "mlp-adam", true, 200, 0.8),
        new("MNIST CNN step, batch 256, Adam", "cnn-adam", "cnn-adam", true, 2, 1.05),
        new("CNN step with the penalty, against without", "cnn-adam-gsr", "cnn-adam", false, 1, 1.02) { Peer = "plain", Rounds = 201 },
        new("100-neuron autoencoder step with the penalty, against without", "autoencoder-gsr", "autoencoder", false, 20, 1.10) { Peer = "plain", Rounds = 501 },
        new("dense layer 784-512 in spectral form, batch 500, Adam, against without", "dense-spectral", "dense", false, 10, 1.25) { Peer = "plain" },
    ];
}
