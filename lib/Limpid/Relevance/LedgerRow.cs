using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Where the relevance of one layer went: <c>in = out + bias + stabiliser + rest</c>, for every sample. Each entry is [N], in float64.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Rule">The rule it had.</param>
/// <param name="In">Relevance of its outputs.</param>
/// <param name="Out">Relevance of its inputs, after pruning.</param>
/// <param name="Bias">Absorbed by the bias, by the sign of the output's relevance.</param>
/// <param name="Stabiliser">Absorbed by the stabiliser and by outputs without any contribution, by the sign of the output's relevance.</param>
/// <param name="Rest">What is left over: rounding for rules that conserve; for soft-max, layer normalisation and zero padding what they are known not to conserve.</param>
public sealed record LedgerRow(string Layer, string Rule, SignedSums In, SignedSums Out, SignedSums Bias, SignedSums Stabiliser, ImmutableArray<double> Rest)
{
    internal static LedgerRow Of(PlanRow row, Step step, Tensor upper, Tensor[] lower)
    {
        var count = (int)upper.size(0);
        var entering = SignedSums.Of(Signs(upper, upper));
        var leaving = lower.Select(part => SignedSums.Of(Signs(part, part))).Aggregate(SignedSums.Add);
        var (bias, stabiliser) = step.Book is { } book ? (SignedSums.Of(book.Bias), SignedSums.Of(book.Stabiliser)) : (SignedSums.None(count), SignedSums.None(count));
        return new(row.Layer, row.Rule!.Name, entering, leaving, bias, stabiliser,
            [.. Enumerable.Range(0, count).Select(i => entering.At(i) - leaving.At(i) - bias.At(i) - stabiliser.At(i))]);
    }

    /// <summary>The rows of several batches as one.</summary>
    internal static LedgerRow Join(LedgerRow[] rows) => new(
        rows[0].Layer, rows[0].Rule, SignedSums.Join(rows.Select(row => row.In)), SignedSums.Join(rows.Select(row => row.Out)),
        SignedSums.Join(rows.Select(row => row.Bias)), SignedSums.Join(rows.Select(row => row.Stabiliser)), [.. rows.SelectMany(row => row.Rest)]);

    /// <summary>Sums [N] of the values by the sign of another tensor.</summary>
    internal static (double[] Positive, double[] Negative) Signs(Tensor values, Tensor sign)
    {
        using var scope = NewDisposeScope();
        long[] own = [.. Enumerable.Range(1, (int)values.dim() - 1).Select(axis => (long)axis)];
        double[] Sum(Tensor masked) => masked.sum(own, false, ScalarType.Float64).cpu().data<double>().ToArray();
        return (Sum(values.masked_fill(sign.le(0), 0)), Sum(values.masked_fill(sign.ge(0), 0)));
    }
}
