using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> InPlace = new()
    {
        ["abs_ etc"] = t => t[0].clone().abs_(),
        ["inplace unary 1"] = t => new[] { t[0].detach().clone().acos_(), t[0].detach().clone().asin_(), t[0].detach().clone().asinh_(),
            t[0].detach().clone().atan_(), t[0].detach().clone().atanh_(), t[0].detach().clone().ceil_(), t[0].detach().clone().cos_(),
            t[0].detach().clone().cosh_() },
        ["inplace unary 2"] = t => new[] { t[0].detach().clone().digamma_(), t[0].detach().clone().erf_(), t[0].detach().clone().erfc_(),
            t[0].detach().clone().exp_(), t[0].detach().clone().expm1_(), t[0].detach().clone().floor_(), t[0].detach().clone().frac_(),
            t[0].detach().clone().lgamma_(), t[0].detach().clone().log_(), t[0].detach().clone().log10_(), t[0].detach().clone().log1p_(),
            t[0].detach().clone().log2_() },
        ["inplace unary 3"] = t => new[] { t[0].detach().clone().neg_(), t[0].detach().clone().reciprocal_(),
            t[0].detach().clone().rsqrt_(), t[0].detach().clone().sgn_(), t[0].detach().clone().sigmoid_(), t[0].detach().clone().sign_(),
            t[0].detach().clone().sin_(), t[0].detach().clone().sinc_(), t[0].detach().clone().sinh_(), t[0].detach().clone().sqrt_(),
            t[0].detach().clone().tan_(), t[0].detach().clone().tanh_(), t[0].detach().clone().trunc_(), t[0].detach().clone().round_(1) },
        ["inplace unary 4"] = t => new[] { t[0].detach().clone().erfinv_(), t[1].detach().clone().acosh_() },
        ["inplace activations"] = t => new[] { F.relu(t[0].clone(), true), F.relu6(t[0].clone(), true), F.leaky_relu(t[0].clone(), .1,
            true), F.elu(t[0].clone(), 1.5, true), F.celu(t[0].clone(), 1.5, true), F.selu(t[0].clone(), true), F.silu(t[0].clone(),
            true), F.mish(t[0].clone(), true) },
        ["inplace activations 2"] = t => new[] { F.hardtanh(t[0].clone(), -.5, .5, true), F.hardsigmoid(t[0].clone(), true),
            F.hardswish(t[0].clone(), true), F.threshold(t[0].clone(), .1, 2, true), F.sigmoid(t[0].clone(), true), F.tanh(t[0].clone(),
            true), F.dropout(t[0].clone(), .5, false, true), F.dropout2d(t[0].clone().view(2, 3, 1, 1), .5, false, true).view(2, 3),
            F.alpha_dropout(t[0].clone(), .5, false, true) },
        ["inplace arithmetic"] = t => new[] { t[0].clone().add_(t[1]), t[0].clone().add_(t[1], 2), t[0].clone().add_(3),
            t[0].clone().add_(3, 2), t[0].clone().sub_(t[1]), t[0].clone().sub_(3), t[0].clone().mul_(t[1]), t[0].clone().mul_(3),
            t[0].clone().div_(t[1]), t[0].clone().div_(3), t[1].clone().pow_(t[0]), t[1].clone().pow_(2.5) },
        ["inplace arithmetic 2"] = t => new[] { t[0].clone().addcmul_(t[1], t[2], 2), t[0].clone().addcdiv_(t[2], t[1]),
            t[0].clone().addcdiv_(t[2], t[1], 2), t[0].clone().lerp_(t[1], t[2]), t[0].clone().clamp_(-.5, .5),
            t[0].clone().clamp_(t[0] - .1, t[1]), t[0].clone().clamp_min_(.1), t[0].clone().clamp_max_(.1), t[0].clone().fill_(2),
            t[0].clone().zero_(), t[0].clone().copy_(t[1]), t[0].clone().transpose_(0, 1), t[0].clone().unsqueeze_(1),
            t[0].clone().tril_(), t[0].clone().triu_(1) },
        ["detach_"] = t => (t[0] * 2).detach_(),
    };
}
