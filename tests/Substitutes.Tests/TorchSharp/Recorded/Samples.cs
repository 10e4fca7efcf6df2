using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Substitutes.Tests.TorchSharp.Recorded;

/// <summary>The samples of record/record_torch.py in C#: same names, same inputs t[0], t[1], ….</summary>
internal static partial class Samples
{
    // A property: the order in which the parts' fields are initialised isn't known.
    internal static Dictionary<string, Func<Tensor[], object>> All => all ??= new[]
    {
        Elementwise, InPlace, Arithmetic, Reductions, Shape, Selection, LinearAlgebra, Creation, Networks,
    }.SelectMany(samples => samples).ToDictionary();

    private static Dictionary<string, Func<Tensor[], object>>? all;

    private static Tensor[] RunningStatistics(Tensor x, Tensor mean, Tensor variance)
    {
        var m = mean.detach().clone();
        var v = variance.detach().clone();
        return [F.batch_norm(x, m, v, null, null, true, .3), m, v];
    }

    private static Tensor[] Embedded(Tensor weight, Tensor index)
    {
        using var layer = nn.Embedding(4, 3, max_norm: 1, dtype: float64);
        using (no_grad()) layer.weight!.copy_(weight);
        return [layer.call(index).detach(), layer.weight.detach()];
    }

    private static Tensor[] Seeded(long seed)
    {
        manual_seed(seed);
        return
        [
            randn(5), rand(2, 2), randint(0, 100, [4L]), randint(5, [3L]), randperm(6), bernoulli(full(8, .5)), multinomial(ones(6), 3),
            randn(20)[15..],
        ];
    }

    private static Tensor[] Seeded2(long seed)
    {
        manual_seed(seed);
        return
        [
            empty(4).normal_(1, 2), empty(4).uniform_(-1, 1), empty(4).exponential_(2), empty(6).bernoulli_(.3),
            empty(3).bernoulli_(tensor(new[] { .1f, .5f, .9f })), empty(4).random_(0, 9), normal(zeros(3), ones(3)), normal(1, 2, [3]),
            poisson(full(4, 3.0)), rand_like(zeros(3)), randn_like(zeros(3)), randint_like(zeros(3), 0, 9), F.dropout(ones(8), .5),
            F.dropout2d(ones(1, 6, 1, 1), .5),
        ];
    }
}
