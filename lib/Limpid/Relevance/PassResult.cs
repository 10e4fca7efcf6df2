using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>The result of one batch.</summary>
internal sealed record PassResult(
    Tensor Input, Tensor Scores, Tensor Target, Dictionary<string, Tensor> Layers, List<LedgerRow> Ledger, List<PrunedLayer> Pruning)
{
    /// <summary>The batches one after the other; the tensors leave the current scope.</summary>
    internal static RelevanceResult Join(List<PassResult> parts)
    {
        Tensor Along(Func<PassResult, Tensor> part) => parts.Count == 1
            ? part(parts[0]).MoveToOuterDisposeScope()
            : cat([.. parts.Select(part)], 0).MoveToOuterDisposeScope();
        var first = parts[0];
        return new(
            Along(part => part.Input), Along(part => part.Scores), Along(part => part.Target),
            first.Layers.Keys.ToDictionary(name => name, name => Along(part => part.Layers[name])),
            new RelevanceLedger(first.Ledger.Select((row, i) => LedgerRow.Join([.. parts.Select(part => part.Ledger[i])]))),
            new PruningReport(first.Pruning.Select((layer, i) => layer with
            {
                Samples = [.. parts.SelectMany(part => part.Pruning[i].Samples)],
                Fallbacks = parts.Sum(part => part.Pruning[i].Fallbacks),
            })));
    }
}
