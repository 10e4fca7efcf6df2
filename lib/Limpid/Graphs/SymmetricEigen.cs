using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>The full decomposition of a small symmetric matrix by LAPACK, float64.</summary>
internal static class SymmetricEigen
{
    /// <summary>The eigenvalues in ascending order and the eigenvectors as columns; the tensor belongs to the open dispose scope.</summary>
    public static (double[] Values, Tensor Vectors) Of(Tensor matrix)
    {
        using var off = no_grad();
        var (values, vectors) = linalg.eigh(matrix);
        using (values) return (values.data<double>().ToArray(), vectors);
    }
}
