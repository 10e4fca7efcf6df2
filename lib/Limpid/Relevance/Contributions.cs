using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>The contributions of one share at one layer, ready to be sent backward.</summary>
/// <param name="Terms">For each term the part of x, and the part of W times it with its graph.</param>
/// <param name="Denominator">sum_j n_jk + b_k, without graph.</param>
/// <param name="Bias">The part of the bias in it, shaped to broadcast, or null.</param>
internal sealed record Contributions(IReadOnlyList<(Tensor Input, Tensor Output)> Terms, Tensor Denominator, Tensor? Bias);
