namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => _matmul.Call(this, target); private static readonly Op _matmul = "matmul";
        public Tensor mm(Tensor target) => _mm.Call(this, target); private static readonly Op _mm = "mm";
        public Tensor bmm(Tensor batch2) => _bmm.Call(this, batch2); private static readonly Op _bmm = "bmm";
        public Tensor mv(Tensor target) => _mv.Call(this, target); private static readonly Op _mv = "mv";
        public Tensor dot(Tensor target) => _dot.Call(this, target); private static readonly Op _dot = "dot";
        public Tensor vdot(Tensor target) => dot(target);
        public Tensor outer(Tensor vec2) => _outer.Call(this, vec2); private static readonly Op _outer = "outer";
        public Tensor ger(Tensor vec2) => outer(vec2);
        public Tensor inner(Tensor vec2) => _inner.Call(this, vec2); private static readonly Op _inner = "inner";
        public Tensor kron(Tensor other) => _kron.Call(this, other); private static readonly Op _kron = "kron";
        public Tensor trace() => _trace.Call(this); private static readonly Op _trace = "trace";
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            _addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);
        private static readonly Op _addmm = "addmm";
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            _addmm_.Into(this, mat1, mat2, (double)beta, (double)alpha);
        private static readonly Op _addmm_ = "addmm_";
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            _addmv.Call(this, mat, vec, (double)beta, (double)alpha);
        private static readonly Op _addmv = "addmv";
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            _addr.Call(this, vec1, vec2, (double)beta, (double)alpha);
        private static readonly Op _addr = "addr";
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            _baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);
        private static readonly Op _baddbmm = "baddbmm";
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            _addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);
        private static readonly Op _addbmm = "addbmm";
        public Tensor dist(Tensor other, float p = 2f) => _dist.Call(this, other, (double)p); private static readonly Op _dist = "dist";
        public Tensor matrix_power(int n) => _matrix_power.Call(this, (long)n); private static readonly Op _matrix_power = "matrix_power";
        public Tensor matrix_exp() => _matrix_exp.Call(this); private static readonly Op _matrix_exp = "matrix_exp";
        public Tensor det() => _linalg_det.Call(this); private static readonly Op _linalg_det = "linalg_det";
        public Tensor logdet() => _logdet.Call(this); private static readonly Op _logdet = "logdet";
        public Tensor inverse() => _linalg_inv.Call(this); private static readonly Op _linalg_inv = "linalg_inv";
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => _pinverse.Call(this, rcond);
        private static readonly Op _pinverse = "pinverse";
        public Tensor cholesky(bool upper = false) => _linalg_cholesky.Call(this, upper);
        private static readonly Op _linalg_cholesky = "linalg_cholesky";
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => _cholesky_solve.Call(this, input2, upper);
        private static readonly Op _cholesky_solve = "cholesky_solve";
        public Tensor cholesky_inverse(bool upper = false) => _cholesky_inverse.Call(this, upper);
        private static readonly Op _cholesky_inverse = "cholesky_inverse";
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            _cov.Call(this, correction, fweights, aweights);
        private static readonly Op _cov = "cov";
        public Tensor corrcoef() => _corrcoef.Call(this); private static readonly Op _corrcoef = "corrcoef";
    }

    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        input.addbmm(batch1, batch2, beta, alpha);
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv(mat1, mat2, beta, alpha);
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        input.addr(vec1, vec2, beta, alpha);
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        input.baddbmm(batch1, batch2, beta, alpha);
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);
    public static Tensor corrcoef(Tensor input) => input.corrcoef();
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        input.cov(correction, fweights, aweights);
    public static Tensor det(Tensor input) => input.det();
    public static Tensor dist(Tensor input, Tensor other, float p = 2f) => input.dist(other, p);
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);
    public static Tensor ger(Tensor input, Tensor vec2) => input.ger(vec2);
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);
    public static Tensor inverse(Tensor input) => input.inverse();
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);
    public static Tensor logdet(Tensor input) => input.logdet();
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);
    public static Tensor trace(Tensor input) => input.trace();
    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);
}
