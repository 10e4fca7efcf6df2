using Limpid.Display;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>The relevance of one call of <see cref="RelevancePropagation"/>. It owns its tensors; dispose it with them. Shows itself as a table with a line per sample.</summary>
[TypeFormatterSource(typeof(RelevanceResultFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RelevanceResult : IDisposable
{
    internal RelevanceResult(
        Tensor input, Tensor scores, Tensor target, IReadOnlyDictionary<string, Tensor> layers, RelevanceLedger ledger, PruningReport pruning) =>
        (Input, Scores, Target, Layers, Ledger, Pruning) = (input, scores, target, layers, ledger, pruning);

    /// <summary>Relevance of the input, shaped as the input (for indices into an embedding: one value per index).</summary>
    public Tensor Input { get; }

    /// <summary>The network's scores [N, C].</summary>
    public Tensor Scores { get; }

    /// <summary>The class of each sample that relevance was started from, int64 [N]; -1 where the start was the caller's own.</summary>
    public Tensor Target { get; }

    /// <summary>Relevance of each layer's output by the layer's name, if <see cref="RelevanceOptions.Layers"/> asked for it; "input" is <see cref="Input"/>.</summary>
    public IReadOnlyDictionary<string, Tensor> Layers { get; }

    /// <summary>Where relevance went, from the output down, if <see cref="RelevanceOptions.Ledger"/> asked for it.</summary>
    public RelevanceLedger Ledger { get; }

    /// <summary>What was cut, from the output down; empty without pruning.</summary>
    public PruningReport Pruning { get; }

    /// <summary>The table as text in columns.</summary>
    public override string ToString() => RelevanceTables.Of(this).ToString();

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in Layers.Values) tensor.Dispose();
        Input.Dispose();
        Scores.Dispose();
        Target.Dispose();
    }
}
