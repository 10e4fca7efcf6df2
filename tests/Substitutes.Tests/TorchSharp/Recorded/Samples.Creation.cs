using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> Creation = new()
    {
        ["arange"] = t => new[] { arange(5), arange(1, 5), arange(1.0, 2.0, .25), arange(3, float64) },
        ["linspace"] = t => new[] { linspace(0, 1, 5), linspace(-1, 1, 4, float64), eye(3), eye(2, 3), full(2, 2, 3.5), full(2, 3),
            zeros(2, 3), ones(3, int64), tril_indices(3, 3), triu_indices(3, 3, 1) },
        ["like"] = t => new[] { zeros_like(t[0]), ones_like(t[0], int64), full_like(t[0], 2), empty_like(t[0]).fill_(1), empty(2,
            3).fill_(1) },
        ["conversion"] = t => new[] { t[0].to(float32), (t[0] * 3).to(int64), (t[0] > 0).to(float64), t[0].@float(), t[0].@double(),
            (t[0] * 3).@int(), (t[0] * 3).@long(), t[0].@bool(), t[0].half().@float(), t[0].bfloat16().@float() },
        ["item"] = t => tensor(t[0].ToDouble()),
        ["to device"] = t => t[0].to(float32, CPU, true),
        ["seeded"] = t => Seeded(7),
        ["seeded 2"] = t => Seeded2(8),
    };
}
