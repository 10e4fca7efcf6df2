using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Shapley values from random orders, each with its reverse.</summary>
internal sealed class PermutationShapley(int groups, int pairs, Seed seed)
{
    /// <summary>The values [B, groups], float64, of samples from <paramref name="first"/> on.</summary>
    internal Tensor Values(CoalitionGame game, long first)
    {
        using var scope = NewDisposeScope();
        var (samples, orders, inner) = (game.All.size(0), 2 * pairs, groups - 1);
        var places = Places(first, (int)samples).to(game.All.device);
        var worth = All(game, places, samples, orders, inner);
        // Step k of an order is the gain of the group at place k.
        var gains = (worth.narrow(1, 1, groups) - worth.narrow(1, 0, groups)).permute(0, 2, 1);
        return gains.gather(2, places).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>v of the first 0, 1, ..., G groups of each order: [orders, G + 1, B].</summary>
    private static Tensor All(CoalitionGame game, Tensor places, long samples, long orders, long inner)
    {
        var parts = new List<Tensor> { game.None.expand(orders, 1, samples), game.All.expand(orders, 1, samples) };
        if (inner > 0)
            parts.Insert(1, game.Worth(orders * inner, (start, count) =>
            {
                var index = arange(start, start + count, ScalarType.Int64, places.device);
                var size = index.remainder(inner).add(1).view(count, 1, 1);
                return places.index_select(0, index.div(inner, RoundingMode.floor)).lt(size);
            }).view(orders, inner, samples));
        return cat(parts, 1);
    }

    /// <summary>The place of each group in each order, int64 [orders, B, groups].</summary>
    private Tensor Places(long first, int samples)
    {
        var places = new long[2 * pairs * samples * groups];
        for (var sample = 0; sample < samples; sample++)
        {
            var random = seed.Random(FormattableString.Invariant($"shapley sample {first + sample}"));
            var order = Enumerable.Range(0, groups).ToArray();
            for (var pair = 0; pair < pairs; pair++)
            {
                random.Shuffle(order);
                for (var place = 0; place < groups; place++)
                {
                    var at = (2 * pair * samples + sample) * groups + order[place];
                    places[at] = place;
                    places[at + samples * groups] = groups - 1 - place;
                }
            }
        }
        return tensor(places, [2 * pairs, samples, groups]);
    }
}
