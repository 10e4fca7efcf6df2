using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> Shape = new()
    {
        ["reshape"] = t => new[] { t[0].reshape(3, 4), t[0].reshape(-1), t[0].view(2, 6), t[0].view_as(t[0] * 2), t[0].flatten(),
            t[0].flatten(1), t[0].ravel() },
        ["unflatten"] = t => t[0].unflatten(1, 2, 3),
        ["permute"] = t => new[] { t[0].permute(2, 0, 1), t[0].transpose(0, 2), t[0].swapaxes(0, 1), t[0].movedim([0, 1], [2, 0]),
            t[0][0].t() },
        ["squeeze"] = t => new[] { t[0].squeeze(), t[0].squeeze(1), t[0].unsqueeze(0), t[0].unsqueeze(-1) },
        ["expand"] = t => new[] { t[0].expand(2, 3), t[0].expand(-1, 2), t[0].expand_as(zeros(2, 3)), t[0].broadcast_to(4, 2, 3) },
        ["repeat"] = t => new[] { t[0].repeat(2, 1), t[0].repeat(2, 1, 2), t[0].tile([2, 2]), t[0].repeat_interleave(2, 1),
            t[0].repeat_interleave(3), t[0].repeat_interleave(tensor(new[] { 1L, 2 }), 0) },
        ["flip"] = t => new[] { t[0].flip(0), t[0].flip(0, 1), t[0].fliplr(), t[0].flipud(), t[0].roll(1, 1), t[0].roll(2), t[0].roll([1,
            2], [0, 1]), t[0].rot90() },
        ["tril triu"] = t => new[] { t[0].tril(), t[0].tril(-1), t[0].triu(), t[0].triu(1) },
        ["diag"] = t => new[] { t[0].diag(), t[0].diag(1), t[0][0].diag(), t[0].diagonal(), t[0].diagonal(-1), t[0].diag_embed(),
            t[0][0].diagflat(1) },
        ["narrow"] = t => new[] { t[0].narrow(0, 1, 2), t[0].select(1, 2), t[0].slice(0, 1, 4, 2), t[0].unfold(0, 2, 1),
            t[0].as_strided([2, 2], [1, 3], 1) },
        ["split"] = t => t[0].split(2).Concat(t[0].split([1, 4],
            0)).Concat(t[0].chunk(2)).Concat(t[0].unbind(1)).Concat(t[0].tensor_split(2)).Concat(t[0].tensor_split([1, 3])).ToArray(),
        ["diff"] = t => new[] { t[0].diff(), t[0].diff(2) },
        ["contiguous"] = t => new[] { t[0].t().contiguous(), t[0].clone(), t[0].detach() },
        ["cat"] = t => new[] { cat([t[0], t[1]]), cat([t[0], t[1]], 1), stack([t[0], t[1]]), stack([t[0], t[1]], -1), hstack(t[0], t[1]),
            vstack([t[0], t[1]]), dstack(t[0], t[1]), block_diag(t[0], t[1]) },
        ["meshgrid"] = t => meshgrid([t[0], t[1]]).Concat(meshgrid([t[0], t[1]], "xy")).Concat(broadcast_tensors(t[0].view(2, 1),
            t[1])).ToArray(),
    };
}
