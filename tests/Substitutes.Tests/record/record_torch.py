"""Records what PyTorch 1.13 gives for the samples of Recorded/Samples.*.cs: values and gradients.

    python3 record_torch.py            (Debian's python3-torch) writes ../TorchSharp/Recorded/torch-1.13.json

A sample is (name, inputs, expression). Inputs are letters a, b, c, d, made from a seed that depends on the name alone:
f normal, p positive, u in (-0.9, 0.9), g above 1, s symmetric positive definite (float64); h normal (float32); i:shape:n
integers below n; b booleans; =[...] literal. The gradient is that of the sum of every floating result times cos(0, 1, 2, ...).
"""
import json
import math
import pathlib
import zlib

import numpy
import torch
import torch.nn.functional as F

SAMPLES = [
    # unary
    ("abs", "f:2,3", "a.abs()"),
    ("acos", "u:2,3", "a.acos()"),
    ("acosh", "g:2,3", "a.acosh()"),
    ("asin", "u:2,3", "a.asin()"),
    ("asinh", "f:2,3", "a.asinh()"),
    ("atan", "f:2,3", "a.atan()"),
    ("atanh", "u:2,3", "a.atanh()"),
    ("ceil", "f:2,3", "a.ceil()"),
    ("cos", "f:2,3", "a.cos()"),
    ("cosh", "f:2,3", "a.cosh()"),
    ("deg2rad", "f:2,3", "a.deg2rad()"),
    ("rad2deg", "f:2,3", "a.rad2deg()"),
    ("digamma", "p:2,3", "a.digamma()"),
    ("erf", "f:2,3", "a.erf()"),
    ("erfc", "f:2,3", "a.erfc()"),
    ("erfinv", "u:2,3", "a.erfinv()"),
    ("exp", "f:2,3", "a.exp()"),
    ("exp2", "f:2,3", "a.exp2()"),
    ("expm1", "f:2,3", "a.expm1()"),
    ("floor", "f:2,3", "a.floor()"),
    ("frac", "f:2,3", "a.frac()"),
    ("lgamma", "p:2,3", "a.lgamma()"),
    ("log", "p:2,3", "a.log()"),
    ("log10", "p:2,3", "a.log10()"),
    ("log1p", "p:2,3", "a.log1p()"),
    ("log2", "p:2,3", "a.log2()"),
    ("neg", "f:2,3", "a.neg()"),
    ("reciprocal", "p:2,3", "a.reciprocal()"),
    ("rsqrt", "p:2,3", "a.rsqrt()"),
    ("sgn", "f:2,3", "a.sgn()"),
    ("sigmoid", "f:2,3", "a.sigmoid()"),
    ("sign", "f:2,3", "a.sign()"),
    ("sin", "f:2,3", "a.sin()"),
    ("sinc", "f:2,3", "a.sinc()"),
    ("sinh", "f:2,3", "a.sinh()"),
    ("sqrt", "p:2,3", "a.sqrt()"),
    ("square", "f:2,3", "a.square()"),
    ("tan", "u:2,3", "a.tan()"),
    ("tanh", "f:2,3", "a.tanh()"),
    ("trunc", "f:2,3", "a.trunc()"),
    ("round", "f:2,3", "a.round()"),
    ("round decimals", "f:2,3", "a.round(decimals=1)"),
    ("logit", "u:2,3", "(a * 0.5 + 0.5).logit(1e-3)"),
    ("isnan", "=[1.0, nan, inf, -inf]", "a.isnan()"),
    ("isinf", "=[1.0, nan, inf, -inf]", "a.isinf()"),
    ("isfinite", "=[1.0, nan, inf, -inf]", "a.isfinite()"),
    ("isposinf", "=[1.0, nan, inf, -inf]", "a.isposinf()"),
    ("isneginf", "=[1.0, nan, inf, -inf]", "a.isneginf()"),
    ("nan_to_num", "=[1.0, nan, inf, -inf]", "a.nan_to_num(0.5, 9.0, -9.0)"),
    ("logical_not", "b:4", "a.logical_not()"),
    ("bitwise_not", "i:4:9", "~a"),
    ("positive", "f:2", "a.positive()"),

    # activations
    ("relu", "f:2,3", "a.relu()"),
    ("relu6", "f:2,3", "F.relu6(a * 5)"),
    ("leaky_relu", "f:2,3", "F.leaky_relu(a, 0.1)"),
    ("elu", "f:2,3", "F.elu(a, 1.5)"),
    ("elu scaled", "f:2,3", "torch._C._nn.elu(a, 1.5, 2.0, 0.5)"),
    ("celu", "f:2,3", "F.celu(a, 1.5)"),
    ("selu", "f:2,3", "F.selu(a)"),
    ("gelu", "f:2,3", "F.gelu(a)"),
    ("silu", "f:2,3", "F.silu(a)"),
    ("mish", "f:2,3", "F.mish(a)"),
    ("hardtanh", "f:2,3", "F.hardtanh(a, -0.5, 0.5)"),
    ("hardsigmoid", "f:2,3", "F.hardsigmoid(a * 3)"),
    ("hardswish", "f:2,3", "F.hardswish(a * 3)"),
    ("softplus", "f:2,3", "F.softplus(a, 2.0, 3.0)"),
    ("softplus default", "f:2,3", "F.softplus(a)"),
    ("logsigmoid", "f:2,3", "F.logsigmoid(a)"),
    ("threshold", "f:2,3", "F.threshold(a, 0.1, 2.0)"),
    ("prelu", "f:2,3;=[0.25]", "F.prelu(a, b)"),
    ("glu", "f:2,4", "F.glu(a)"),
    ("softmax", "f:2,3", "F.softmax(a, 1)"),
    ("softmax torch", "f:2,3", "torch.softmax(a, 0)"),
    ("softmax dtype", "h:2,3", "F.softmax(a, 1, dtype=torch.float64)"),
    ("log_softmax", "f:2,3", "F.log_softmax(a, 1)"),
    ("softmin", "f:2,3", "F.softmin(a, 1)"),
    ("softsign", "f:2,3", "F.softsign(a)"),
    ("tanhshrink", "f:2,3", "F.tanhshrink(a)"),
    ("hardshrink", "f:2,3", "F.hardshrink(a, 0.3)"),
    ("softshrink", "f:2,3", "F.softshrink(a, 0.3)"),
    ("dropout eval", "f:2,3", "F.dropout(a, 0.5, False)"),
    ("dropout2d eval", "f:2,3,2,2", "F.dropout2d(a, 0.5, False)"),
    ("alpha_dropout eval", "f:2,3", "F.alpha_dropout(a, 0.5, False)"),

    # in place
    ("abs_ etc", "f:2,3", "a.clone().abs_()"),
    ("inplace unary 1", "u:2,3", "[a.detach().clone().acos_(), a.detach().clone().asin_(), a.detach().clone().asinh_(), a.detach().clone().atan_(), a.detach().clone().atanh_(), a.detach().clone().ceil_(), a.detach().clone().cos_(), a.detach().clone().cosh_()]"),
    ("inplace unary 2", "p:2,3", "[a.detach().clone().digamma_(), a.detach().clone().erf_(), a.detach().clone().erfc_(), a.detach().clone().exp_(), a.detach().clone().expm1_(), a.detach().clone().floor_(), a.detach().clone().frac_(), a.detach().clone().lgamma_(), a.detach().clone().log_(), a.detach().clone().log10_(), a.detach().clone().log1p_(), a.detach().clone().log2_()]"),
    ("inplace unary 3", "p:2,3", "[a.detach().clone().neg_(), a.detach().clone().reciprocal_(), a.detach().clone().rsqrt_(), a.detach().clone().sgn_(), a.detach().clone().sigmoid_(), a.detach().clone().sign_(), a.detach().clone().sin_(), a.detach().clone().sinc_(), a.detach().clone().sinh_(), a.detach().clone().sqrt_(), a.detach().clone().tan_(), a.detach().clone().tanh_(), a.detach().clone().trunc_(), a.detach().clone().round_(decimals=1)]"),
    ("inplace unary 4", "u:2,3;g:2,3", "[a.detach().clone().erfinv_(), b.detach().clone().acosh_()]"),
    ("inplace activations", "f:2,3", "[F.relu(a.clone(), True), F.relu6(a.clone(), True), F.leaky_relu(a.clone(), 0.1, True), F.elu(a.clone(), 1.5, True), F.celu(a.clone(), 1.5, True), F.selu(a.clone(), True), F.silu(a.clone(), True), F.mish(a.clone(), True)]"),
    ("inplace activations 2", "f:2,3", "[F.hardtanh(a.clone(), -0.5, 0.5, True), F.hardsigmoid(a.clone(), True), F.hardswish(a.clone(), True), F.threshold(a.clone(), 0.1, 2.0, True), a.clone().sigmoid_(), a.clone().tanh_(), F.dropout(a.clone(), 0.5, False, True), F.dropout2d(a.clone().view(2, 3, 1, 1), 0.5, False, True).view(2, 3), F.alpha_dropout(a.clone(), 0.5, False, True)]"),
    ("inplace arithmetic", "f:2,3;p:2,3", "[a.clone().add_(b), a.clone().add_(b, alpha=2), a.clone().add_(3), a.clone().add_(3, alpha=2), a.clone().sub_(b), a.clone().sub_(3), a.clone().mul_(b), a.clone().mul_(3), a.clone().div_(b), a.clone().div_(3), b.clone().pow_(a), b.clone().pow_(2.5)]"),
    ("inplace arithmetic 2", "f:2,3;p:2,3;f:2,3", "[a.clone().addcmul_(b, c, value=2), a.clone().addcdiv_(c, b), a.clone().addcdiv_(c, b, value=2), a.clone().lerp_(b, c), a.clone().clamp_(-0.5, 0.5), a.clone().clamp_(a - 0.1, b), a.clone().clamp_min_(0.1), a.clone().clamp_max_(0.1), a.clone().fill_(2), a.clone().zero_(), a.clone().copy_(b), a.clone().transpose_(0, 1), a.clone().unsqueeze_(1), a.clone().tril_(), a.clone().triu_(1)]"),
    ("detach_", "f:3", "(a * 2).detach_()"),

    # arithmetic
    ("add", "f:2,3;f:3", "a.add(b)"),
    ("add alpha", "f:2,3;f:3", "a.add(b, alpha=0.5)"),
    ("add scalar", "f:2,3", "[a + 1, 1.5 + a, a.add(2, alpha=3)]"),
    ("sub", "f:2,3;f:2,1", "[a - b, a - 1.5, 2 - a, a.sub(b), a.sub(1)]"),
    ("mul", "f:2,3;f:2,1", "[a * b, a * 1.5, 2 * a, a.mul(b), a.mul(3)]"),
    ("div", "f:2,3;p:2,1", "[a / b, a / 1.5, 2 / b, a.div(b), a.div(3)]"),
    ('div rounding', 'f:2,3;p:2,1', '[a.div(b, rounding_mode="trunc"), a.div(b, rounding_mode="floor"), a.div(0.3, rounding_mode="floor")]'),
    ('div integers', 'i:6:20', '[a / 3, a.div(3, rounding_mode="floor"), torch.floor_divide(a, 3), torch.floor_divide(a, torch.tensor(4)), a % 3]'),
    ('inplace div rounding', 'i:6:20', '[a.clone().div_(3, rounding_mode="floor"), a.clone().div_(torch.tensor(4), rounding_mode="trunc")]'),
    ("remainder", "f:2,3;p:2,3", "[a.remainder(b), a.remainder(0.3), a % b]"),
    ("fmod", "f:2,3;p:2,3", "[a.fmod(b), a.fmod(0.3)]"),
    ("pow", "p:2,3;f:2,3", "[a.pow(b), a.pow(2.5), a.pow(2)]"),
    ("addcmul", "f:2,3;f:2,3;f:2,3", "a.addcmul(b, c, value=0.5)"),
    ("addcdiv", "f:2,3;f:2,3;p:2,3", "[a.addcdiv(b, c, value=0.5), a.addcdiv(b, c)]"),
    ("lerp", "f:2,3;f:2,3;u:2,3", "a.lerp(b, c)"),
    ("atan2", "f:2,3;f:2,3", "a.atan2(b)"),
    ("hypot", "f:2,3;f:2,3", "a.hypot(b)"),
    ("maximum", "f:2,3;f:2,3", "[a.maximum(b), torch.max(a, b)]"),
    ("minimum", "f:2,3;f:2,3", "[a.minimum(b), torch.min(a, b)]"),
    ("xlogy", "p:2,3;p:2,3", "a.xlogy(b)"),
    ("logaddexp", "f:2,3;f:2,3", "a.logaddexp(b)"),
    ("copysign", "f:2,3;f:2,3", "a.copysign(b)"),
    ("clamp", "f:2,3", "[a.clamp(-0.5, 0.5), a.clamp(max=0.2), a.clamp(min=0.2), a.clamp_min(0.1), a.clamp_max(0.1)]"),
    ("clamp tensors", "f:2,3;u:2,3", "[a.clamp(b - 0.2, b + 0.2), a.clamp(max=b)]"),

    # comparison
    ("compare", "i:2,3:3;i:2,3:3", "[a == b, a != b, a < b, a <= b, a > b, a >= b]"),
    ("compare scalar", "i:2,3:3", "[a == 1, a != 1, a < 1, a <= 1, a > 1, a >= 1, 1 < a, 1 >= a]"),
    ("logical", "b:6;b:6", "[a.logical_and(b), a.logical_or(b), a.logical_xor(b), a & b, a | b, a ^ b, ~a]"),
    ("shifts", "i:6:9", "[a << torch.tensor(2), a >> torch.tensor(1)]"),
    ("isclose", "f:4", "[torch.isclose(a, a + 1e-9), torch.isclose(a, a + 1e-3), torch.isclose(a, a + 1e-3, atol=1e-2)]"),
    ("equal", "f:4", "[torch.tensor(torch.equal(a, a.clone())), torch.tensor(torch.equal(a, a + 1)), torch.tensor(torch.allclose(a, a + 1e-9)), torch.tensor(torch.allclose(a, a + 1))]"),
    ("isin", "i:6:9;i:3:9", "torch.isin(a, b)"),

    # reductions
    ("sum", "f:2,3,4", "[a.sum(), a.sum(1), a.sum(1, True), a.sum((0, 2)), a.sum(-1, dtype=torch.float32)]"),
    ("sum integers", "b:5", "a.sum()"),
    ("nansum", "=[1.0, nan, 2.0]", "a.nansum()"),
    ("mean", "f:2,3,4", "[a.mean(), a.mean(1), a.mean((0, 2), True), a.mean(-1, dtype=torch.float32)]"),
    ("nanmean", "=[1.0, nan, 2.0]", "[a.nanmean(), a.nanmean(0)]"),
    ("prod", "f:2,3", "[a.prod(), a.prod(1), a.prod(1, True)]"),
    ("std", "f:3,4", "[a.std(), a.std(unbiased=False), a.std(1), a.std(1, False, True), a.std((0, 1))]"),
    ("var", "f:3,4", "[a.var(), a.var(unbiased=False), a.var(1), a.var(1, False, True), a.var((0, 1))]"),
    ("std_mean", "f:3,4", "torch.std_mean(a, unbiased=False)"),
    ("var_mean", "f:3,4", "torch.var_mean(a, unbiased=True)"),
    ("min max", "f:3,4", "[a.min(), a.max()]"),
    ("min dim", "f:3,4", "a.min(1)"),
    ("max dim", "f:3,4", "a.max(0, True)"),
    ("amin amax", "f:3,4", "[a.amin(1), a.amax((0, 1)), a.amax(0, True)]"),
    ("aminmax", "f:3,4", "torch.aminmax(a.detach(), dim=1)"),
    ("argmax", "f:3,4", "[a.argmax(), a.argmax(1), a.argmax(0, True), a.argmin(), a.argmin(1)]"),
    ("all any", "b:3,4", "[a.all(), a.any(), a.all(1), a.any(0, True)]"),
    ("cumsum", "f:3,4", "[a.cumsum(0), a.cumsum(1, dtype=torch.float32)]"),
    ("cumprod", "f:3,4", "a.cumprod(1)"),
    ("cummax", "f:3,4", "a.cummax(1)"),
    ("cummin", "f:3,4", "a.cummin(1)"),
    ("logsumexp", "f:3,4", "[a.logsumexp(1), a.logsumexp(0, True)]"),
    ("logcumsumexp", "f:3,4", "a.logcumsumexp(1)"),
    ("median", "f:7", "a.median()"),
    ("nanmedian", "=[1.0, nan, 2.0, 5.0]", "a.nanmedian()"),
    ("mode", "i:3,5:3", "a.mode(1)"),
    ("quantile", "f:3,4;=[0.25, 0.5]", "[a.quantile(b), a.quantile(b, 1), a.quantile(b, 0, True)]"),
    ("kthvalue", "f:3,4", "a.kthvalue(2, 1)"),
    ("norm", "f:3,4", "[a.norm(), a.norm(1), a.norm(2, 1), a.norm(1, 0, True)]"),
    ("count_nonzero", "i:3,4:2", "[a.count_nonzero(), a.count_nonzero(1)]"),

    # shape
    ("reshape", "f:2,3,2", "[a.reshape(3, 4), a.reshape(-1), a.view(2, 6), a.view_as(a * 2), a.flatten(), a.flatten(1), a.ravel()]"),
    ("unflatten", "f:2,6", "a.unflatten(1, (2, 3))"),
    ("permute", "f:2,3,4", "[a.permute(2, 0, 1), a.transpose(0, 2), a.swapaxes(0, 1), a.movedim((0, 1), (2, 0)), a[0].t()]"),
    ("squeeze", "f:2,1,3,1", "[a.squeeze(), a.squeeze(1), a.unsqueeze(0), a.unsqueeze(-1)]"),
    ("expand", "f:2,1", "[a.expand(2, 3), a.expand(-1, 2), a.expand_as(torch.zeros(2, 3)), a.broadcast_to((4, 2, 3))]"),
    ("repeat", "f:2,3", "[a.repeat(2, 1), a.repeat(2, 1, 2), a.tile((2, 2)), a.repeat_interleave(2, 1), a.repeat_interleave(3), a.repeat_interleave(torch.tensor([1, 2]), 0)]"),
    ("flip", "f:2,3", "[a.flip(0), a.flip(0, 1), a.fliplr(), a.flipud(), a.roll(1, 1), a.roll(2), a.roll((1, 2), (0, 1)), a.rot90()]"),
    ("tril triu", "f:3,3", "[a.tril(), a.tril(-1), a.triu(), a.triu(1)]"),
    ("diag", "f:3,3", "[a.diag(), a.diag(1), a[0].diag(), a.diagonal(), a.diagonal(-1), torch.diag_embed(a), torch.diagflat(a[0], 1)]"),
    ("narrow", "f:4,3", "[a.narrow(0, 1, 2), a.select(1, 2), a[1:4:2], a.unfold(0, 2, 1), torch.as_strided(a, (2, 2), (1, 3), 1)]"),
    ("split", "f:5,2", "[*a.split(2), *a.split([1, 4]), *a.chunk(2), *a.unbind(1), *a.tensor_split(2), *a.tensor_split([1, 3])]"),
    ("diff", "f:5", "[a.diff(), a.diff(n=2)]"),
    ("contiguous", "f:2,3", "[a.t().contiguous(), a.clone(), a.detach()]"),
    ("cat", "f:2,3;f:2,3", "[torch.cat([a, b]), torch.cat([a, b], 1), torch.stack([a, b]), torch.stack([a, b], -1), torch.hstack([a, b]), torch.vstack([a, b]), torch.dstack([a, b]), torch.block_diag(a, b)]"),
    ('meshgrid', 'f:2;f:3', '[*torch.meshgrid(a, b, indexing="ij"), *torch.meshgrid(a, b, indexing="xy"), *torch.broadcast_tensors(a.view(2, 1), b)]'),

    # selection
    ("gather", "f:3,4;i:3,2:4", "a.gather(1, b)"),
    ("scatter", "f:3,4;i:3,2:4;f:3,2", "[a.scatter(1, torch.tensor([[0, 1], [2, 3], [1, 0]]), c), a.scatter_add(1, b, c), a.clone().scatter_(1, torch.tensor([[0, 1], [2, 3], [1, 0]]), c), a.clone().scatter_add_(1, b, c)]"),
    ("index_select", "f:3,4;i:5:3", "[a.index_select(0, b), a.take(b), torch.take_along_dim(a, b.view(1, 5), 0) if False else a.index_select(0, b)]"),
    ("take_along_dim", "f:3,4;i:3,2:4", "torch.take_along_dim(a, b, 1)"),
    ("index_add", "f:4,2;i:3:4;f:3,2", "[a.index_add(0, b, c, alpha=2), a.clone().index_add_(0, b, c, alpha=1)]"),
    ("index_copy", "f:4,2;f:3,2", "[a.index_copy(0, torch.tensor([3, 0, 1]), b), a.clone().index_copy_(0, torch.tensor([3, 0, 1]), b)]"),
    ("index_fill", "f:4,2", "[a.index_fill(0, torch.tensor([3, 0]), 2.0), a.clone().index_fill_(0, torch.tensor([3, 0]), 2.0)]"),
    ("masked", "f:2,3;b:2,3;f:2,3", "[a.masked_fill(b, 2.0), a.clone().masked_fill_(b, 2.0), a.masked_select(b), a.masked_scatter(b, c), torch.where(b, a, c), a.where(b, c)]"),
    ("nonzero", "i:3,4:2", "[a.nonzero(), torch.argwhere(a), *torch.where(a)]"),
    ("sort", "f:3,4", "a.sort(1)"),
    ("sort descending", "f:3,4", "torch.sort(a, dim=0, descending=True, stable=True)"),
    ("argsort", "f:3,4", "[a.argsort(1), a.argsort(0, True), a.msort()]"),
    ("topk", "f:3,5", "a.topk(2)"),
    ("topk smallest", "f:3,5", "a.topk(2, 0, False)"),
    ("unique", "i:8:4", "a.unique(True, True, True)"),
    ("unique dim", "i:4,2:2", "a.unique(True, True, True, 0)"),
    ("bincount", "i:8:4;p:8", "[a.bincount(), a.bincount(b.detach(), 6)]"),
    ("bucketize", "f:5;=[-0.5, 0.0, 0.5]", "[torch.bucketize(a.detach(), b.detach()), torch.searchsorted(b.detach(), a.detach(), right=True)]"),
    ("histc", "f:20", "a.detach().histc(5, -2, 2)"),
    ("combinations", "f:4", "torch.combinations(a, 2)"),
    ("index tensors", "f:3,4;i:2:3;b:3", "[a[b], a[b, torch.tensor([1, 0])], a[c], a[:, torch.tensor([0, 2])], a[b, 1:3], a[..., None], a[1], a[-1, 2], a[::2, 1:]]"),
    ("index_put", "f:3,4;i:2:3;f:2,4", "[a.clone().index_put_((torch.tensor([0, 2]),), c), a.clone().index_put_((b,), c, accumulate=True)]"),

    # linear algebra
    ("matmul", "f:2,3;f:3,4;f:3", "[a.matmul(b), a @ c, c @ b, torch.mm(a, b), torch.mv(a, c), torch.dot(c, c), torch.inner(c, a)]"),
    ("bmm", "f:2,2,3;f:2,3,2", "[torch.bmm(a, b), a @ b]"),
    ("outer", "f:3;f:2", "[torch.outer(a, b), torch.kron(a, b)]"),
    ("trace", "f:3,3", "a.trace()"),
    ("addmm", "f:2,4;f:2,3;f:3,4", "[a.addmm(b, c, beta=0.5, alpha=2), a.clone().addmm_(b, c)]"),
    ("addmv", "f:2;f:2,3;f:3", "[a.addmv(b, c), a.addmv(b, c, beta=0.5, alpha=2)]"),
    ("addr", "f:2,3;f:2;f:3", "a.addr(b, c)"),
    ("baddbmm", "f:2,2,2;f:2,2,3;f:2,3,2", "a.baddbmm(b, c)"),
    ("addbmm", "f:2,2;f:2,2,3;f:2,3,2", "a.addbmm(b, c)"),
    ("dist", "f:4;f:4", "[a.dist(b), a.dist(b, 1)]"),
    ("cdist", "f:3,2;f:4,2", "[torch.cdist(a, b), torch.cdist(a, b, 1.0)]"),
    ('einsum', 'f:2,3;f:3,4', '[torch.einsum("ij,jk->ik", a, b), torch.einsum("...j->...", a), torch.einsum("ij->ji", a)]'),
    ("tensordot", "f:2,3,4;f:3,4,2", "[torch.tensordot(a, b), torch.tensordot(a, b, dims=([1, 2], [0, 1]))]"),
    ("matrix functions", "s:3", "[torch.matrix_power(a, 3), torch.matrix_exp(a * 0.1), torch.linalg.matrix_exp(a * 0.1)]"),
    ("det", "s:3", "[a.det(), a.logdet(), torch.linalg.det(a), *torch.linalg.slogdet(a)]"),
    ("inverse", "s:3", "[a.inverse(), torch.linalg.inv(a), a.pinverse(), torch.linalg.pinv(a), torch.linalg.pinv(a, rtol=1e-3, hermitian=True)]"),
    ("cholesky", "s:3;f:3,2", "[torch.linalg.cholesky(a), a.cholesky(), torch.cholesky_solve(b, torch.linalg.cholesky(a)), torch.cholesky_inverse(torch.linalg.cholesky(a))]"),
    ("cov", "f:3,5", "[a.cov(), a.corrcoef()]"),
    ("eigh", "s:4", "[torch.linalg.eigh(a)[0], torch.linalg.eigvalsh(a), torch.linalg.eigh(a)[1].abs()]"),
    ("eig", "s:3", "[torch.linalg.eigvals(a).abs().sort()[0], torch.linalg.eig(a)[0].abs().sort()[0]]"),
    ("svd", "f:4,3", "[torch.linalg.svd(a, False)[1], torch.linalg.svdvals(a), torch.linalg.svd(a, False)[0].abs(), torch.linalg.svd(a, False)[2].abs()]"),
    ("qr", "f:4,3", "torch.linalg.qr(a)"),
    ("solve", "s:3;f:3,2", "[torch.linalg.solve(a, b), torch.linalg.solve_triangular(a.tril(), b, upper=False)]"),
    ("lstsq", "f:5,2;f:5,1", "[torch.linalg.lstsq(a, b)[0], torch.linalg.lstsq(a, b, 1e-6)[0]]"),
    ("matrix_rank", "s:3", "[torch.linalg.matrix_rank(a), torch.linalg.cond(a)]"),
    ('linalg norms', 'f:3,4', '[torch.linalg.norm(a), torch.linalg.norm(a, 2.0), torch.linalg.norm(a, "nuc"), torch.linalg.norm(a, 1), torch.linalg.vector_norm(a), torch.linalg.vector_norm(a, 1.0, (1,), True), torch.linalg.matrix_norm(a), torch.linalg.matrix_norm(a, 2.0)]'),
    ("cross", "f:2,3;f:2,3", "torch.linalg.cross(a, b)"),
    ("linalg diagonal", "f:3,3", "[torch.linalg.diagonal(a), torch.linalg.multi_dot([a, a, a])]"),
    ("special", "p:4", "[torch.special.entr(a), torch.special.ndtr(a), torch.special.xlog1py(a, a), torch.special.expit(a)]"),
    ("ndtri", "u:4", "torch.special.ndtri(a * 0.5 + 0.5)"),
    ('fft', 'f:6', '[torch.fft.fft(a).abs(), torch.fft.ifft(torch.fft.fft(a)).abs(), torch.fft.rfft(a).abs(), torch.fft.irfft(torch.fft.rfft(a)), torch.fft.rfft(a, norm="ortho").abs()]'),
    ("fft2", "f:3,4", "[torch.fft.fft2(a).abs(), torch.fft.ifft2(torch.fft.fft2(a)).abs()]"),
    ("complex", "f:3;f:3", "torch.complex(a, b).abs()"),

    # creation
    ("arange", "", "[torch.arange(5), torch.arange(1, 5), torch.arange(1.0, 2.0, 0.25), torch.arange(3, dtype=torch.float64)]"),
    ("linspace", "", "[torch.linspace(0, 1, 5), torch.linspace(-1, 1, 4, dtype=torch.float64), torch.eye(3), torch.eye(2, 3), torch.full((2, 2), 3.5), torch.full((2,), 3), torch.zeros(2, 3), torch.ones(3, dtype=torch.int64), torch.tril_indices(3, 3), torch.triu_indices(3, 3, 1)]"),
    ("like", "f:2,3", "[torch.zeros_like(a), torch.ones_like(a, dtype=torch.int64), torch.full_like(a, 2), torch.empty_like(a).fill_(1), torch.empty(2, 3).fill_(1)]"),
    ("conversion", "f:2,3", "[a.to(torch.float32), (a * 3).to(torch.int64), (a > 0).to(torch.float64), a.float(), a.double(), (a * 3).int(), (a * 3).long(), a.bool(), a.half().float(), a.bfloat16().float()]"),
    ("item", "f:1", "torch.tensor(a.item(), dtype=torch.float64)"),
    ('to device', 'f:2,3', 'a.to("cpu", torch.float32, copy=True)'),

    # convolution
    ('conv1d', 'f:2,2,6;f:3,2,3;f:3', '[F.conv1d(a, b, c), F.conv1d(a, b, None, 2, 1), F.conv1d(a, b, c, padding="same")]'),
    ('conv2d', 'f:2,2,5,5;f:3,2,3,3;f:3', '[F.conv2d(a, b, c), F.conv2d(a, b, None, 2, 1), F.conv2d(a, b, c, padding="same"), F.conv2d(a, b, c, dilation=2)]'),
    ("conv2d groups", "f:1,4,4,4;f:4,2,2,2;f:4", "F.conv2d(a, b, c, groups=2)"),
    ("conv_transpose1d", "f:2,3,4;f:3,2,3;f:2", "[F.conv_transpose1d(a, b, c), F.conv_transpose1d(a, b, c, 2, 1, 1)]"),
    ("conv_transpose2d", "f:2,3,3,3;f:3,2,3,3;f:2", "[F.conv_transpose2d(a, b, c), F.conv_transpose2d(a, b, c, 2, 1, 1)]"),
    ("linear", "f:2,3;f:4,3;f:4", "[F.linear(a, b, c), F.linear(a, b)]"),
    ("bilinear", "f:2,3;f:2,4;f:2,3,4;f:2", "F.bilinear(a, b, c, d)"),
    ("unfold", "f:1,2,4,4", "[F.unfold(a, 2), F.unfold(a, (2, 3), stride=(1, 2), padding=(1, 0)), F.fold(F.unfold(a, 2), (4, 4), 2)]"),

    # pooling
    ("max_pool1d", "f:2,3,6", "[F.max_pool1d(a, 2), F.max_pool1d(a, 3, 1, 1)]"),
    ("max_pool1d indices", "f:2,3,6", "F.max_pool1d(a, 2, return_indices=True)"),
    ("max_pool2d", "f:2,2,5,5", "[F.max_pool2d(a, 2), F.max_pool2d(a, 3, 1, 1), F.max_pool2d(a, (2, 3)), F.max_pool2d(a, 2, ceil_mode=True), F.max_pool2d(a, 2, 1, 0, 2)]"),
    ("max_pool2d indices", "f:2,2,4,4", "F.max_pool2d(a, 2, return_indices=True)"),
    ("max_unpool2d", "f:1,2,4,4", "F.max_unpool2d(*F.max_pool2d(a, 2, return_indices=True), 2)"),
    ("avg_pool1d", "f:2,3,6", "[F.avg_pool1d(a, 2), F.avg_pool1d(a, 3, 1, 1, count_include_pad=False)]"),
    ("avg_pool2d", "f:2,2,5,5", "[F.avg_pool2d(a, 2), F.avg_pool2d(a, 3, 1, 1, count_include_pad=False), F.avg_pool2d(a, (2, 3)), F.avg_pool2d(a, 2, divisor_override=3)]"),
    ("adaptive_avg_pool", "f:2,3,5", "[F.adaptive_avg_pool1d(a, 2), F.adaptive_avg_pool2d(a.unsqueeze(0), (2, 3)), F.adaptive_avg_pool2d(a.unsqueeze(0), 1)]"),
    ("adaptive_max_pool1d", "f:2,3,5", "F.adaptive_max_pool1d(a, 2, True)"),
    ("adaptive_max_pool2d", "f:2,3,5,5", "F.adaptive_max_pool2d(a, (2, 2), True)"),

    # normalization
    ("batch_norm train", "f:4,3;p:3;f:3", "F.batch_norm(a, None, None, b, c, True)"),
    ("batch_norm eval", "f:4,3,2;f:3;p:3", "F.batch_norm(a, b.detach(), c.detach(), None, None, False, 0.1, 1e-3)"),
    ("batch_norm running", "f:4,3;f:3;p:3", "(lambda m, v: [F.batch_norm(a, m, v, None, None, True, 0.3), m, v])(b.detach().clone(), c.detach().clone())"),
    ("layer_norm", "f:4,3;p:3;f:3", "[F.layer_norm(a, (3,), b, c), F.layer_norm(a, (4, 3))]"),
    ("group_norm", "f:2,4,3;p:4;f:4", "F.group_norm(a, 2, b, c)"),
    ("instance_norm", "f:2,3,4", "F.instance_norm(a)"),
    ("normalize", "f:3,4", "[F.normalize(a), F.normalize(a, 1.0, 0)]"),
    ("cosine_similarity", "f:3,4;f:3,4", "[F.cosine_similarity(a, b), F.pairwise_distance(a, b)]"),
    ("one_hot", "i:5:4", "[F.one_hot(a), F.one_hot(a, 6)]"),
    ("pixel_shuffle", "f:1,4,2,2", "[F.pixel_shuffle(a, 2), F.pixel_unshuffle(a, 2)]"),
    ('pad', 'f:1,2,3,3', '[F.pad(a, (1, 2)), F.pad(a, (1, 1, 2, 0), value=2.0), F.pad(a, (1, 1, 1, 1), mode="reflect"), F.pad(a, (1, 1, 1, 1), mode="replicate"), F.pad(a, (1, 1, 1, 1), mode="circular")]'),
    ('interpolate 2d', 'f:1,2,3,3', '[F.interpolate(a, (5, 4)), F.interpolate(a, scale_factor=2), F.interpolate(a, (5, 4), mode="bilinear", align_corners=False), F.interpolate(a, (5, 4), mode="bilinear", align_corners=True), F.interpolate(a, (5, 4), mode="bicubic", align_corners=False), F.interpolate(a, (2, 2), mode="area"), F.interpolate(a, (5, 4), mode="nearest-exact"), F.interpolate(a, scale_factor=1.7, mode="bilinear", align_corners=False)]'),
    ('interpolate 1d', 'f:1,2,4', '[F.interpolate(a, 6), F.interpolate(a, 6, mode="linear", align_corners=True), F.interpolate(a, 2, mode="area")]'),
    ("embedding", "f:4,3;i:2,2:4", "(lambda w: [F.embedding(b, w, max_norm=1.0), w])(a.detach().clone())"),

    # losses
    ('cross_entropy', 'f:4,3;i:4:3;p:3', '[F.cross_entropy(a, b), F.cross_entropy(a, b, c.detach(), reduction="sum"), F.cross_entropy(a, b, reduction="none"), F.cross_entropy(a, b, label_smoothing=0.1), F.cross_entropy(a, b, ignore_index=1), F.cross_entropy(a, a.detach().softmax(1))]'),
    ('nll_loss', 'f:4,3;i:4:3', '[F.nll_loss(a, b), F.nll_loss(a, b, reduction="sum")]'),
    ('mse_loss', 'f:4,3;f:4,3', '[F.mse_loss(a, b), F.mse_loss(a, b, reduction="sum"), F.mse_loss(a, b, reduction="none"), F.l1_loss(a, b), F.smooth_l1_loss(a, b), F.smooth_l1_loss(a, b, beta=0.5), F.huber_loss(a, b, delta=0.7)]'),
    ("binary_cross_entropy", "u:4;b:4", "[F.binary_cross_entropy(a * 0.5 + 0.5, b.double()), F.binary_cross_entropy_with_logits(a, b.double()), F.binary_cross_entropy_with_logits(a, b.double(), pos_weight=torch.tensor(2.0).double())]"),
    ('kl_div', 'f:3,4;f:3,4', '[F.kl_div(F.log_softmax(a, 1), F.log_softmax(b, 1), log_target=True), F.kl_div(F.log_softmax(a, 1), F.softmax(b, 1), reduction="sum")]'),
    ("margin losses", "f:3,4;f:3,4;f:3,4", "[F.soft_margin_loss(a, torch.sign(b.detach())), F.margin_ranking_loss(a, b, torch.sign(c.detach()), 0.5), F.triplet_margin_loss(a, b, c), F.cosine_embedding_loss(a, b, torch.tensor([1.0, -1, 1]).double(), 0.2)]"),
    ("double backward", "f:2,3", "torch.autograd.grad((a.sin() * a).sum(), a, create_graph=True)[0]"),
    ("float32 chain", "h:4,4;h:4,4", "torch.tanh(a @ b + 1.5) / 2"),

    # random, from the seed
    ("seeded", "", "[torch.manual_seed(7) and torch.randn(5), torch.rand(2, 2), torch.randint(0, 100, (4,)), torch.randint(5, (3,)), torch.randperm(6), torch.bernoulli(torch.full((8,), 0.5)), torch.multinomial(torch.ones(6), 3), torch.randn(20)[15:]]"),
    ("seeded 2", "", "[torch.manual_seed(8) and torch.empty(4).normal_(1, 2), torch.empty(4).uniform_(-1, 1), torch.empty(4).exponential_(2.0), torch.empty(6).bernoulli_(0.3), torch.empty(3).bernoulli_(torch.tensor([0.1, 0.5, 0.9])), torch.empty(4).random_(0, 9), torch.normal(torch.zeros(3), torch.ones(3)), torch.normal(1.0, 2.0, (3,)), torch.poisson(torch.full((4,), 3.0)), torch.rand_like(torch.zeros(3)), torch.randn_like(torch.zeros(3)), torch.randint_like(torch.zeros(3), 0, 9), F.dropout(torch.ones(8), 0.5), F.dropout2d(torch.ones(1, 6, 1, 1), 0.5)]"),
]


def make(code, rng):
    if code.startswith("="):
        return torch.tensor(eval(code[1:], {"nan": math.nan, "inf": math.inf}), dtype=torch.float64)
    kind, *rest = code.split(":")
    shape = [int(d) for d in rest[0].split(",")]
    if kind == "i":
        return torch.tensor(rng.randint(0, int(rest[1]), shape), dtype=torch.int64)
    if kind == "b":
        return torch.tensor(rng.rand(*shape) < 0.5)
    if kind == "s":
        half = rng.randn(shape[0], shape[0])
        return torch.tensor(numpy.round(half @ half.T + shape[0] * numpy.eye(shape[0]), 2))
    values = {
        "f": lambda: rng.randn(*shape),
        "h": lambda: rng.randn(*shape),
        "p": lambda: rng.rand(*shape) * 2 + 0.1,
        "u": lambda: rng.rand(*shape) * 1.8 - 0.9,
        "g": lambda: rng.rand(*shape) * 2 + 1.1,
    }[kind]()
    return torch.tensor(numpy.round(values, 3), dtype=torch.float32 if kind == "h" else torch.float64)


def plain(t):
    t = torch.empty(t.shape, dtype=t.dtype).copy_(t.detach())
    values = t.reshape(-1).tolist()
    if t.is_floating_point():
        values = [v if isinstance(v, str) else float(f"{v:.12g}") if math.isfinite(v) else str(v) for v in values]
    else:
        values = [int(v) for v in values]
    return {"dtype": str(t.dtype).replace("torch.", ""), "shape": list(t.shape), "values": values}


def record(name, codes, expression):
    rng = numpy.random.RandomState(zlib.crc32(name.encode()) & 0x7FFFFFFF)
    inputs = [make(code, rng) for code in codes.split(";") if code]
    for t in inputs:
        t.requires_grad_(t.is_floating_point())
    results = eval(expression, {"torch": torch, "F": F, **dict(zip("abcd", inputs))})
    results = [results] if isinstance(results, torch.Tensor) else list(results)
    graded = [r for r in results if r.is_floating_point() and r.requires_grad]
    gradients = None
    if graded:
        loss = sum((r.double() * torch.arange(r.numel(), dtype=torch.float64).cos().reshape(r.shape)).sum() for r in graded)
        floats = [t for t in inputs if t.requires_grad]
        gradients = [None if g is None else plain(g) for g in torch.autograd.grad(loss, floats, allow_unused=True)]
    return {"name": name, "inputs": [plain(t) for t in inputs], "results": [plain(r) for r in results], "gradients": gradients}


torch.set_num_threads(1)
target = pathlib.Path(__file__).parent / "../TorchSharp/Recorded/torch-1.13.json"
rows = ",\n".join(json.dumps(record(*sample), separators=(",", ":")) for sample in SAMPLES)
target.write_text(f"[\n{rows}\n]\n")
print(f"{len(SAMPLES)} samples with PyTorch {torch.__version__}")
