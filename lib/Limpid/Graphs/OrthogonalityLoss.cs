namespace Limpid.Graphs;

/// <summary>How far the vectors of Lanczos' method have drifted from orthogonality, estimated from the projected matrix alone, so that they are made orthogonal again only where needed.</summary>
/// <remarks>
/// With q_j the vectors, alpha and beta the diagonals of the projected matrix, the shares <c>w_jk = q_j' q_k</c> follow
/// <c>beta_j w_(j+1)k = beta_k w_j(k+1) + (alpha_k - alpha_j) w_jk + beta_(k-1) w_j(k-1) - beta_(j-1) w_(j-1)k</c>, plus what rounding adds in a step, here taken with the sign that makes
/// them larger. Source: H. D. Simon, The Lanczos algorithm with partial reorthogonalization, Mathematics of Computation 42 (1984), 115-142.
/// </remarks>
internal sealed class OrthogonalityLoss(int room)
{
    /// <summary>Shares up to this one are left. Simon leaves 1e-8, which is enough for eigenvalues; eigenvectors are as orthogonal as the basis is.</summary>
    public const double Allowed = 1e-12;

    // Of a step and of a sum over the vertices, relative to the operator.
    private const double Rounding = 1e-15;

    private double[] before = new double[room + 1], now = new double[room + 1];
    private bool again;

    /// <summary>Goes on from vector j to vector j + 1; whether that one, and the next, must be made orthogonal to all.</summary>
    /// <param name="projected">The projected matrix, up to alpha_j.</param>
    /// <param name="j">Vectors before it less one.</param>
    /// <param name="beta">Length of the new vector before it is normalised.</param>
    /// <param name="scale">Size of the operator.</param>
    public bool Next(double[,] projected, int j, double beta, double scale)
    {
        (now[j], var worst) = (1, 0.0);
        if (j > 0) now[j - 1] = Rounding;
        for (var k = 0; k < j; k++)
        {
            var share = projected[k, k + 1] * now[k + 1] + (projected[k, k] - projected[j, j]) * now[k] - projected[j - 1, j] * before[k];
            if (k > 0) share += projected[k - 1, k] * now[k - 1];
            before[k] = (share + Math.CopySign(Rounding * scale, share)) / beta;
            worst = Math.Max(worst, Math.Abs(before[k]));
        }
        (before, now) = (now, before);
        // Two vectors enter the next one, so both of them must be in order.
        if (worst <= Allowed && !again) return false;
        again = !again;
        return true;
    }

    /// <summary>Vector j + 1 has been made orthogonal to all before it.</summary>
    /// <param name="j">Vectors before it less one.</param>
    public void Restore(int j) => Array.Fill(now, Rounding, 0, j + 1);

    /// <summary>A new first vector.</summary>
    public void Clear() => again = false;
}
