using static TorchSharp.torch;

namespace Limpid.Evaluation;

internal static class Explanations
{
    /// <summary>Explains samples in batches and gives the maps as rows [N, n], float64, finite, without gradient.</summary>
    /// <param name="explain">From inputs and targets to relevance; it keeps the caller's gradient mode, since most methods need gradients.</param>
    /// <param name="inputs">[N, ...]; it gets copies.</param>
    /// <param name="targets">[N], checked.</param>
    /// <param name="batchSize">Samples at a time.</param>
    /// <param name="like">Earlier maps [N, n] that these are compared with.</param>
    internal static Tensor Of(Func<Tensor, Tensor, Tensor> explain, Tensor inputs, Tensor targets, int batchSize, Tensor? like = null)
    {
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        for (var start = 0L; start < inputs.size(0); start += batchSize)
        {
            var size = Math.Min(batchSize, inputs.size(0) - start);
            parts.Add(One(explain, inputs.narrow(0, start, size), targets.narrow(0, start, size)));
            var entries = (like ?? parts[0]).size(1);
            if (parts[^1].size(1) != entries)
                throw new ArgumentException(FormattableString.Invariant(
                    $"The explainer gave maps of {parts[^1].size(1)} entries; expected maps of {entries} entries, as before."), nameof(explain));
        }
        return cat(parts, 0).MoveToOuterDisposeScope();
    }

    private static Tensor One(Func<Tensor, Tensor, Tensor> explain, Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var relevance = explain(inputs.detach().clone(), targets.clone())
            ?? throw new ArgumentException("The explainer returned null; expected relevance [N, ...].", nameof(explain));
        var rows = RelevanceRows.Of(relevance, nameof(explain));
        if (rows.size(0) != inputs.size(0))
            throw new ArgumentException(FormattableString.Invariant(
                $"The explainer gave relevance of shape {RelevanceRows.Text(relevance)}; expected [{inputs.size(0)}, ...], a map for each sample."), nameof(explain));
        // A map that is the explainer's own memory may be written to by its next call.
        return rows.clone().MoveToOuterDisposeScope();
    }
}
