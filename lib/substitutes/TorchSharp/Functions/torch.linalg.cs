namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => _linalg_eigh.Call2(input, UPLO.ToString());
        private static readonly Op _linalg_eigh = "linalg_eigh";
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => _linalg_eigvalsh.Call(input, UPLO.ToString());
        private static readonly Op _linalg_eigvalsh = "linalg_eigvalsh";
        public static (Tensor, Tensor) eig(Tensor input) => _linalg_eig.Call2(input); private static readonly Op _linalg_eig = "linalg_eig";
        public static Tensor eigvals(Tensor input) => _linalg_eigvals.Call(input);
        private static readonly Op _linalg_eigvals = "linalg_eigvals";
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => _linalg_svd.Call3(input, fullMatrices);
        private static readonly Op _linalg_svd = "linalg_svd";
        public static Tensor svdvals(Tensor input) => _linalg_svdvals.Call(input);
        private static readonly Op _linalg_svdvals = "linalg_svdvals";
        public static Tensor cholesky(Tensor input) => _linalg_cholesky.Call(input);
        private static readonly Op _linalg_cholesky = "linalg_cholesky";
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            _linalg_qr.Call2(input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });
        private static readonly Op _linalg_qr = "linalg_qr";
        public static Tensor inv(Tensor input) => _linalg_inv.Call(input); private static readonly Op _linalg_inv = "linalg_inv";
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            _linalg_pinv_atol_rtol_float.Call(input, atol, rtol, hermitian);
        private static readonly Op _linalg_pinv_atol_rtol_float = "linalg_pinv.atol_rtol_float";
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => _linalg_solve.Call(A, B, left);
        private static readonly Op _linalg_solve = "linalg_solve";
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false,
            Tensor? @out = null) =>
            Into(_linalg_solve_triangular.Call(A, B, upper, left, unitriangular), @out);
        private static readonly Op _linalg_solve_triangular = "linalg_solve_triangular";
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            _linalg_lstsq.Call4(input, other);
        private static readonly Op _linalg_lstsq = "linalg_lstsq";
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other,
            double rcond) =>
            _linalg_lstsq.Call4(input, other, rcond);
        public static Tensor det(Tensor input) => _linalg_det.Call(input); private static readonly Op _linalg_det = "linalg_det";
        public static (Tensor, Tensor) slogdet(Tensor input) => _linalg_slogdet.Call2(input);
        private static readonly Op _linalg_slogdet = "linalg_slogdet";
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            _linalg_matrix_rank_atol_rtol_float.Call(input, atol, rtol, hermitian);
        private static readonly Op _linalg_matrix_rank_atol_rtol_float = "linalg_matrix_rank.atol_rtol_float";
        public static Tensor matrix_exp(Tensor input) => _linalg_matrix_exp.Call(input);
        private static readonly Op _linalg_matrix_exp = "linalg_matrix_exp";
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            _linalg_matrix_norm_str_ord.Call(input, ord, dims ?? [-2, -1], keepdim);
        private static readonly Op _linalg_matrix_norm_str_ord = "linalg_matrix_norm.str_ord";
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            _linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);
        private static readonly Op _linalg_matrix_norm = "linalg_matrix_norm";
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            _linalg_vector_norm.Call(input, ord, dims, keepdim);
        private static readonly Op _linalg_vector_norm = "linalg_vector_norm";
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            _linalg_norm.Call(input, Arg.None, dims, keepdim);
        private static readonly Op _linalg_norm = "linalg_norm";
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            _linalg_norm.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            _linalg_norm.Call(input, (double)ord, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            _linalg_norm_ord_str.Call(input, ord, dims, keepdim);
        private static readonly Op _linalg_norm_ord_str = "linalg_norm.ord_str";
        public static Tensor cond(Tensor input) => _linalg_cond.Call(input); private static readonly Op _linalg_cond = "linalg_cond";
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => _linalg_cross.Call(input, other, dim);
        private static readonly Op _linalg_cross = "linalg_cross";
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            _linalg_diagonal.Call(input, (long)offset, (long)dim1, (long)dim2);
        private static readonly Op _linalg_diagonal = "linalg_diagonal";
        public static Tensor multi_dot(IList<Tensor> tensors) => _linalg_multi_dot.Call(List(tensors));
        private static readonly Op _linalg_multi_dot = "linalg_multi_dot";
    }
}
