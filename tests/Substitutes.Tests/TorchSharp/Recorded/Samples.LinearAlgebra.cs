using TorchSharp;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp.Recorded;

internal static partial class Samples
{
    internal static readonly Dictionary<string, Func<Tensor[], object>> LinearAlgebra = new()
    {
        ["matmul"] = t => new[] { t[0].matmul(t[1]), t[0].matmul(t[2]), t[2].matmul(t[1]), mm(t[0], t[1]), mv(t[0], t[2]), dot(t[2],
            t[2]), t[2].inner(t[0]) },
        ["bmm"] = t => new[] { bmm(t[0], t[1]), t[0].matmul(t[1]) },
        ["outer"] = t => new[] { outer(t[0], t[1]), kron(t[0], t[1]) },
        ["trace"] = t => t[0].trace(),
        ["addmm"] = t => new[] { t[0].addmm(t[1], t[2], .5f, 2f), t[0].clone().addmm_(t[1], t[2]) },
        ["addmv"] = t => new[] { t[0].addmv(t[1], t[2]), t[0].addmv(t[1], t[2], .5f, 2f) },
        ["addr"] = t => t[0].addr(t[1], t[2]),
        ["baddbmm"] = t => t[0].baddbmm(t[1], t[2]),
        ["addbmm"] = t => t[0].addbmm(t[1], t[2]),
        ["dist"] = t => new[] { t[0].dist(t[1]), t[0].dist(t[1], 1f) },
        ["cdist"] = t => new[] { cdist(t[0], t[1]), cdist(t[0], t[1], 1) },
        ["einsum"] = t => new[] { einsum("ij,jk->ik", t[0], t[1]), einsum("...j->...", t[0]), einsum("ij->ji", t[0]) },
        ["tensordot"] = t => new[] { tensordot(t[0], t[1]), tensordot(t[0], t[1], [1, 2], [0, 1]) },
        ["matrix functions"] = t => new[] { t[0].matrix_power(3), (t[0] * .1).matrix_exp(), linalg.matrix_exp(t[0] * .1) },
        ["det"] = t => new[] { t[0].det(), t[0].logdet(), linalg.det(t[0]), linalg.slogdet(t[0]).Item1, linalg.slogdet(t[0]).Item2 },
        ["inverse"] = t => new[] { t[0].inverse(), linalg.inv(t[0]), t[0].pinverse(), linalg.pinv(t[0]), linalg.pinv(t[0], rtol: 1e-3,
            hermitian: true) },
        ["cholesky"] = t => new[] { linalg.cholesky(t[0]), t[0].cholesky(), t[1].cholesky_solve(linalg.cholesky(t[0])),
            linalg.cholesky(t[0]).cholesky_inverse() },
        ["cov"] = t => new[] { t[0].cov(), t[0].corrcoef() },
        ["eigh"] = t => new[] { linalg.eigh(t[0]).Item1, linalg.eigvalsh(t[0]), linalg.eigh(t[0]).Item2.abs() },
        ["eig"] = t => new[] { linalg.eigvals(t[0]).abs().sort().Values, linalg.eig(t[0]).Item1.abs().sort().Values },
        ["svd"] = t => new[] { linalg.svd(t[0], false).S, linalg.svdvals(t[0]), linalg.svd(t[0], false).U.abs(), linalg.svd(t[0],
            false).Vh.abs() },
        ["qr"] = t => linalg.qr(t[0]),
        ["solve"] = t => new[] { linalg.solve(t[0], t[1]), linalg.solve_triangular(t[0].tril(), t[1], false) },
        ["lstsq"] = t => new[] { linalg.lstsq(t[0], t[1]).Solution, linalg.lstsq(t[0], t[1], 1e-6).Solution },
        ["matrix_rank"] = t => new[] { linalg.matrix_rank(t[0]), linalg.cond(t[0]) },
        ["linalg norms"] = t => new[] { linalg.norm(t[0]), linalg.norm(t[0], 2.0), linalg.norm(t[0], "nuc"), linalg.norm(t[0], 1),
            linalg.vector_norm(t[0]), linalg.vector_norm(t[0], 1, [1], true), linalg.matrix_norm(t[0]), linalg.matrix_norm(t[0], 2.0) },
        ["cross"] = t => linalg.cross(t[0], t[1]),
        ["linalg diagonal"] = t => new[] { linalg.diagonal(t[0]), linalg.multi_dot([t[0], t[0], t[0]]) },
        ["special"] = t => new[] { special.entr(t[0]), special.ndtr(t[0]), special.xlog1py(t[0], t[0]), special.expit(t[0]) },
        ["ndtri"] = t => special.ndtri(t[0] * .5 + .5),
        ["fft"] = t => new[] { fft.fft_(t[0]).abs(), fft.ifft(fft.fft_(t[0])).abs(), fft.rfft(t[0]).abs(), fft.irfft(fft.rfft(t[0])),
            fft.rfft(t[0], norm: FFTNormType.Ortho).abs() },
        ["fft2"] = t => new[] { fft.fft2(t[0]).abs(), fft.ifft2(fft.fft2(t[0])).abs() },
        ["complex"] = t => complex(t[0], t[1]).abs(),
    };
}
