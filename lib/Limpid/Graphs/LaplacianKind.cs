namespace Limpid.Graphs;

/// <summary>The three Laplacians of the authors' code; D is the diagonal of degrees, W the weights.</summary>
public enum LaplacianKind
{
    /// <summary>D - W: symmetric, kernel vector 1, eigenvalues in [0, 2 max degree].</summary>
    Unnormalized,

    /// <summary>I - D^(-1/2) W D^(-1/2), zero row and column for an isolated vertex: symmetric, kernel vector D^(1/2) 1, eigenvalues in [0, 2].
    /// A constant signal is penalised where degrees differ.</summary>
    Symmetric,

    /// <summary>D^(-1) (D - W), zero row for an isolated vertex: not symmetric, kernel vector 1, eigenvalues in [0, 2].
    /// Its quadratic form is that of its symmetric part.</summary>
    RandomWalk,
}
