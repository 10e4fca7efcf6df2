using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> Reductions = new()
    {
        ["sum"] = t => new[] { t[0].sum(), t[0].sum(1), t[0].sum(1, true), t[0].sum(0, 2), t[0].sum([-1L], type: float32) },
        ["sum integers"] = t => t[0].sum(),
        ["nansum"] = t => t[0].nansum(),
        ["mean"] = t => new[] { t[0].mean(), t[0].mean([1]), t[0].mean([0, 2], true), t[0].mean([-1], type: float32) },
        ["nanmean"] = t => new[] { t[0].nanmean(), t[0].nanmean(0) },
        ["prod"] = t => new[] { t[0].prod(), t[0].prod(1), t[0].prod(1, true) },
        ["std"] = t => new[] { t[0].std(), t[0].std(false), t[0].std(1L), t[0].std(1L, false, true), t[0].std([0L, 1L]) },
        ["var"] = t => new[] { t[0].var(), t[0].var(false), t[0].var(1L), t[0].var(1L, false, true), t[0].var([0L, 1L]) },
        ["std_mean"] = t => std_mean(t[0], false),
        ["var_mean"] = t => var_mean(t[0]),
        ["min max"] = t => new[] { t[0].min(), t[0].max() },
        ["min dim"] = t => t[0].min(1, false),
        ["max dim"] = t => t[0].max(0, true),
        ["amin amax"] = t => new[] { t[0].amin(1), t[0].amax(0, 1), t[0].amax([0], true) },
        ["aminmax"] = t => t[0].detach().aminmax(1),
        ["argmax"] = t => new[] { t[0].argmax(), t[0].argmax(1), t[0].argmax(0, true), t[0].argmin(), t[0].argmin(1) },
        ["all any"] = t => new[] { t[0].all(), t[0].any(), t[0].all(1), t[0].any(0, true) },
        ["cumsum"] = t => new[] { t[0].cumsum(0), t[0].cumsum(1, float32) },
        ["cumprod"] = t => t[0].cumprod(1),
        ["cummax"] = t => t[0].cummax(1),
        ["cummin"] = t => t[0].cummin(1),
        ["logsumexp"] = t => new[] { t[0].logsumexp(1), t[0].logsumexp(0, true) },
        ["logcumsumexp"] = t => t[0].logcumsumexp(1),
        ["median"] = t => t[0].median(),
        ["nanmedian"] = t => t[0].nanmedian(),
        ["mode"] = t => t[0].mode(1),
        ["quantile"] = t => new[] { t[0].reshape(-1).quantile(t[1]), t[0].quantile(t[1], 1), t[0].quantile(t[1], 0, true) },
        ["kthvalue"] = t => t[0].kthvalue(2, 1),
        ["norm"] = t => new[] { t[0].norm(), t[0].norm(1f), t[0].norm(1, false, 2f), t[0].norm(0, true, 1f) },
        ["count_nonzero"] = t => new[] { t[0].count_nonzero(), t[0].count_nonzero([1]) },
    };
}
