using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// How a layer hands the relevance of its outputs on to its inputs. A rule is an immutable record of formulas; <see cref="RelevancePropagation"/>
/// is the one engine that applies it. The factories are the field's rules; <see cref="ShareRule"/> makes one of your own.
/// </summary>
/// <remarks>
/// Notation: x_j inputs, w_jk weights from input j to output k, b_k bias, z_k = sum_j x_j w_jk + b_k, R_k relevance of output k, R_j of input j,
/// x+ = max(x, 0), x- = min(x, 0), S the <see cref="Stabiliser"/>.
/// </remarks>
/// <param name="Name">Its name, as plans show it.</param>
public abstract partial record Rule(string Name)
{
    /// <summary>Whether the node's own graph is needed, forward then backward.</summary>
    internal virtual bool NeedsGraph => true;

    /// <summary>Why the rule can't be used at a node, or null.</summary>
    internal abstract string? Refusal(Node node);

    /// <summary>The relevance of each input of the node.</summary>
    /// <param name="step">The node's run.</param>
    /// <param name="relevance">Relevance of the output.</param>
    internal abstract Tensor[] Spread(Step step, Tensor relevance);

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;
}
