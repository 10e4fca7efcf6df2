using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>One batch: forward with every step kept, then backward by the rules of the plan.</summary>
internal sealed class RelevancePass(Network network, RelevancePlan plan, Pruning? pruning, RelevanceOptions options)
{
    private readonly Step?[] steps = new Step?[network.Nodes.Length];
    private readonly Tensor?[] relevance = new Tensor?[network.Nodes.Length];
    private readonly List<LedgerRow> ledger = [];
    private readonly List<PrunedLayer> pruned = [];

    internal PassResult Run(Tensor input, Func<Tensor, OutputStart> start)
    {
        using var scope = NewDisposeScope();
        var scores = Forward(input.detach());
        if (scores.dim() != 2)
            throw new ArgumentException(FormattableString.Invariant($"The network's output has shape [{string.Join(", ", scores.shape)}]; expected scores [N, C], one row per sample."), nameof(input));
        var begin = start(scores);
        relevance[network.Output] = begin.Relevance;
        for (var i = network.Nodes.Length - 1; i > 0; i--) Backward(i);
        var result = relevance[0] ?? zeros_like(input);
        RequireFiniteRelevance(result);
        var layers = options.Layers
            ? network.Nodes.Select((node, i) => (node.Name, Value: relevance[i])).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => Out(pair.Value!))
            : [];
        return new(Out(result), Out(scores), Out(begin.Target), layers, ledger, pruned);
    }

    private static Tensor Out(Tensor tensor) => tensor.contiguous().MoveToOuterDisposeScope();

    private Tensor Forward(Tensor input)
    {
        var outputs = new Tensor[network.Nodes.Length];
        outputs[0] = input;
        for (var i = 1; i < outputs.Length; i++)
        {
            var node = network.Nodes[i];
            steps[i] = new Step(node.Operation, [.. node.Inputs.Select(at => outputs[at])], network.NonNegative[node.Inputs[0]], plan.Rows[i - 1].Rule!.NeedsGraph, options.Ledger);
            outputs[i] = steps[i]!.Output;
        }
        // NaN reaches the scores along every way that leads there, so that the scores tell whether to look for it.
        if (!FiniteNumbers.All(outputs[network.Output])) Name(outputs, "An activation");
        return outputs[network.Output].alias();
    }

    private void Backward(int i)
    {
        var (node, row, step) = (network.Nodes[i], plan.Rows[i - 1], steps[i]!);
        if (relevance[i] is not { } upper) return;
        using (var scope = NewDisposeScope())
        {
            var lower = row.Rule!.Spread(step, upper);
            if (row.Shares is { } shares) lower[0] = Prune(node, row, step, upper, lower[0], shares);
            if (options.Ledger) ledger.Add(LedgerRow.Of(row, step, upper, lower));
            for (var k = 0; k < lower.Length; k++)
            {
                var at = node.Inputs[k];
                relevance[at] = (relevance[at] is { } before ? before + lower[k] : lower[k].alias()).MoveToOuterDisposeScope();
            }
        }
        step.Dispose();
        if (options.Layers) return;
        upper.Dispose();
        relevance[i] = null;
    }

    private Tensor Prune(Node node, PlanRow row, Step step, Tensor upper, Tensor lower, PrunedShares shares)
    {
        var cut = lower.contiguous();
        var kept = pruning!.Kind == PruningKind.Matrix ? cut.clone() : cut;
        var samples = MassCut.Apply(kept, shares, pruning.Tau);
        long fallbacks = 0;
        if (pruning.Kind == PruningKind.Matrix) (kept, fallbacks) = MaskedPropagation.Apply((ShareRule)row.Rule!, step, upper, kept.ne(0));
        pruned.Add(new PrunedLayer(node.Name, lower.numel() / lower.size(0), [.. samples], fallbacks));
        return kept;
    }

    private void RequireFiniteRelevance(Tensor result)
    {
        if (!FiniteNumbers.All(result)) throw new NonFiniteActivationException("input", "The relevance");
    }

    private void Name(Tensor[] outputs, string what)
    {
        var bad = Array.FindIndex(outputs, output => !FiniteNumbers.All(output));
        throw new NonFiniteActivationException(network.Nodes[bad].Name, what);
    }
}
