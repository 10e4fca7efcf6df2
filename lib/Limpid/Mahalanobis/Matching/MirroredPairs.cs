using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Matching;

/// <summary>Rows of a layer that come in opposite directions: two ReLU that together are an absolute value.</summary>
/// <remarks>Greedy as in the authors' code: row by row, each with at most one partner, the most opposite one that is free; the lower index at a tie. Rows of zeros have no partner. The code compares directions only; norms and biases are told beside.</remarks>
public static class MirroredPairs
{
    /// <summary>The pairs, by their first row.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <param name="cosine">Two rows are mirrored if their cosine is below this, -1 to 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cosine"/> is out of range.</exception>
    public static ImmutableArray<MirroredPair> Of(Linear layer, double cosine = -0.999)
    {
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        return Of(weight, bias, cosine);
    }

    /// <summary>The rows that are left when each pair keeps its first: ascending.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <param name="cosine">As in <see cref="Of(Linear, double)"/>.</param>
    public static ImmutableArray<int> KeepFirst(Linear layer, double cosine = -0.999)
    {
        var dropped = Of(layer, cosine).Select(pair => pair.Second).ToHashSet();
        return [.. Enumerable.Range(0, (int)layer.weight!.size(0)).Where(row => !dropped.Contains(row))];
    }

    /// <summary>A layer of some rows of another, in float64.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <param name="rows">Which, in this order; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one doesn't exist.</exception>
    public static Linear Rows(Linear layer, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        if (rows.Count == 0 || rows.Any(row => row < 0 || row >= weight.size(0)))
            throw new ArgumentException($"The rows are {string.Join(", ", rows)}; expected at least one, each 0 to {weight.size(0) - 1}.", nameof(rows));
        var index = tensor(rows.Select(row => (long)row).ToArray());
        return LinearRows.Layer(weight.index_select(0, index), bias.index_select(0, index));
    }

    internal static ImmutableArray<MirroredPair> Of(Tensor weight, Tensor bias, double limit)
    {
        if (limit is not (>= -1 and <= 0)) throw new ArgumentOutOfRangeException(nameof(limit), limit, FormattableString.Invariant($"The cosine is {limit}; expected -1 to 0."));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var lengths = weight.square().sum(1).sqrt();
        var (norms, biases) = (Points.Numbers(lengths), Points.Numbers(bias));
        var directions = weight.div(lengths.clamp_min(double.Epsilon).unsqueeze(1));
        var cosines = Points.Rows(directions.mm(directions.t()));
        var (taken, pairs) = (new bool[norms.Length], ImmutableArray.CreateBuilder<MirroredPair>());
        for (var i = 0; i < norms.Length; i++)
        {
            if (taken[i] || norms[i] == 0) continue;
            var best = -1;
            for (var j = i + 1; j < norms.Length; j++)
                if (!taken[j] && norms[j] > 0 && cosines[i][j] < limit && (best < 0 || cosines[i][j] < cosines[i][best])) best = j;
            if (best < 0) continue;
            taken[best] = true;
            pairs.Add(new(i, best, Math.Max(-1, cosines[i][best]), norms[best] / norms[i], biases[i] / norms[i] + biases[best] / norms[best]));
        }
        return pairs.ToImmutable();
    }
}
