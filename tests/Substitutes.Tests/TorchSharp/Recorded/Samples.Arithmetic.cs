using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> Arithmetic = new()
    {
        ["add"] = t => t[0].add(t[1]),
        ["add alpha"] = t => t[0].add(t[1], .5),
        ["add scalar"] = t => new[] { t[0] + 1, 1.5 + t[0], t[0].add(2, 3) },
        ["sub"] = t => new[] { t[0] - t[1], t[0] - 1.5, 2 - t[0], t[0].sub(t[1]), t[0].sub(1) },
        ["mul"] = t => new[] { t[0] * t[1], t[0] * 1.5, 2 * t[0], t[0].mul(t[1]), t[0].mul(3) },
        ["div"] = t => new[] { t[0] / t[1], t[0] / 1.5, 2 / t[1], t[0].div(t[1]), t[0].div(3) },
        ["div rounding"] = t => new[] { t[0].div(t[1], RoundingMode.trunc), t[0].div(t[1], RoundingMode.floor), t[0].div(.3,
            RoundingMode.floor) },
        ["div integers"] = t => new[] { t[0] / 3, t[0].div(3, RoundingMode.floor), t[0].floor_divide(3), t[0].floor_divide(tensor(4L)),
            t[0] % 3 },
        ["inplace div rounding"] = t => new[] { t[0].clone().div_(3, RoundingMode.floor), t[0].clone().div_(tensor(4L),
            RoundingMode.trunc) },
        ["remainder"] = t => new[] { t[0].remainder(t[1]), t[0].remainder(.3), t[0] % t[1] },
        ["fmod"] = t => new[] { t[0].fmod(t[1]), t[0].fmod(.3) },
        ["pow"] = t => new[] { t[0].pow(t[1]), t[0].pow(2.5), t[0].pow(2) },
        ["addcmul"] = t => t[0].addcmul(t[1], t[2], .5),
        ["addcdiv"] = t => new[] { t[0].addcdiv(t[1], t[2], .5), t[0].addcdiv(t[1], t[2]) },
        ["lerp"] = t => t[0].lerp(t[1], t[2]),
        ["atan2"] = t => t[0].atan2(t[1]),
        ["hypot"] = t => t[0].hypot(t[1]),
        ["maximum"] = t => new[] { t[0].maximum(t[1]), max(t[0], t[1]) },
        ["minimum"] = t => new[] { t[0].minimum(t[1]), min(t[0], t[1]) },
        ["xlogy"] = t => t[0].xlogy(t[1]),
        ["logaddexp"] = t => t[0].logaddexp(t[1]),
        ["copysign"] = t => t[0].copysign(t[1]),
        ["clamp"] = t => new[] { t[0].clamp(-.5, .5), t[0].clamp(max: .2), t[0].clamp(min: .2), t[0].clamp_min(.1), t[0].clamp_max(.1) },
        ["clamp tensors"] = t => new[] { t[0].clamp(t[1] - .2, t[1] + .2), t[0].clamp(max: t[1]) },
        ["compare"] = t => new[] { t[0] == t[1], t[0] != t[1], t[0] < t[1], t[0] <= t[1], t[0] > t[1], t[0] >= t[1] },
        ["compare scalar"] = t => new[] { t[0] == 1, t[0] != 1, t[0] < 1, t[0] <= 1, t[0] > 1, t[0] >= 1, 1 < t[0], 1 >= t[0] },
        ["logical"] = t => new[] { t[0].logical_and(t[1]), t[0].logical_or(t[1]), t[0].logical_xor(t[1]), t[0] & t[1], t[0] | t[1],
            t[0] ^ t[1], ~t[0] },
        ["shifts"] = t => new[] { t[0].bitwise_left_shift(tensor(2L)), t[0].bitwise_right_shift(tensor(1L)) },
        ["isclose"] = t => new[] { t[0].isclose(t[0] + 1e-9), t[0].isclose(t[0] + 1e-3), t[0].isclose(t[0] + 1e-3, atol: 1e-2) },
        ["equal"] = t => new[] { t[0].equal(t[0].clone()), t[0].equal(t[0] + 1), tensor(t[0].allclose(t[0] + 1e-9)),
            tensor(t[0].allclose(t[0] + 1)) },
        ["isin"] = t => t[0].isin(t[1]),
    };
}
