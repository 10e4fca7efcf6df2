using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> Selection = new()
    {
        ["gather"] = t => t[0].gather(1, t[1]),
        ["scatter"] = t => new[] { t[0].scatter(1, tensor(new[,] { { 0L, 1 }, { 2, 3 }, { 1, 0 } }), t[2]), t[0].scatter_add(1, t[1],
            t[2]), t[0].clone().scatter_(1, tensor(new[,] { { 0L, 1 }, { 2, 3 }, { 1, 0 } }), t[2]), t[0].clone().scatter_add_(1, t[1],
            t[2]) },
        ["index_select"] = t => new[] { t[0].index_select(0, t[1]), t[0].take(t[1]), t[0].index_select(0, t[1]) },
        ["take_along_dim"] = t => t[0].take_along_dim(t[1], 1),
        ["index_add"] = t => new[] { t[0].index_add(0, t[1], t[2], 2), t[0].clone().index_add_(0, t[1], t[2], 1) },
        ["index_copy"] = t => new[] { t[0].index_copy(0, tensor(new[] { 3L, 0, 1 }), t[1]), t[0].clone().index_copy_(0, tensor(new[] { 3L,
            0, 1 }), t[1]) },
        ["index_fill"] = t => new[] { t[0].index_fill(0, tensor(new[] { 3L, 0 }), 2), t[0].clone().index_fill_(0, tensor(new[] { 3L, 0 }),
            2) },
        ["masked"] = t => new[] { t[0].masked_fill(t[1], 2), t[0].clone().masked_fill_(t[1], 2), t[0].masked_select(t[1]),
            t[0].masked_scatter(t[1], t[2]), where(t[1], t[0], t[2]), t[0].where(t[1], t[2]) },
        ["nonzero"] = t => new[] { t[0].nonzero(), t[0].argwhere() }.Concat(where(t[0])).ToArray(),
        ["sort"] = t => t[0].sort(1),
        ["sort descending"] = t => t[0].sort(0, true, true),
        ["argsort"] = t => new[] { t[0].argsort(1), t[0].argsort(0, true), t[0].msort() },
        ["topk"] = t => t[0].topk(2),
        ["topk smallest"] = t => t[0].topk(2, 0, false),
        ["unique"] = t => t[0].unique(true, true, true),
        ["unique dim"] = t => t[0].unique(true, true, true, 0),
        ["bincount"] = t => new[] { t[0].bincount(null), t[0].bincount(t[1].detach(), 6) },
        ["bucketize"] = t => new[] { t[0].detach().bucketize(t[1].detach()), searchsorted(t[1].detach(), t[0].detach(), right: true) },
        ["histc"] = t => t[0].detach().histc(5, -2, 2),
        ["combinations"] = t => combinations(t[0], 2),
        ["index tensors"] = t => new[] { t[0][t[1]], t[0][t[1], tensor(new[] { 1L, 0 })], t[0][t[2]], t[0][TensorIndex.Colon,
            TensorIndex.Tensor(tensor(new[] { 0L, 2 }))], t[0][TensorIndex.Tensor(t[1]), 1..3], t[0][TensorIndex.Ellipsis,
            TensorIndex.None], t[0][1], t[0][-1, 2], t[0][TensorIndex.Slice(step: 2), 1..] },
        ["index_put"] = t => new[] { t[0].clone().index_put_(t[2], tensor(new[] { 0L, 2 })), t[0].clone().index_put_(t[2], [t[1]], true) },
    };
}
