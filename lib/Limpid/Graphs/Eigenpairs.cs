namespace Limpid.Graphs;

/// <summary>Some eigenvalues of a Laplacian with their eigenvectors, and how well each satisfies L u = lambda u.</summary>
/// <remarks>
/// Eigenvectors have length 1 and their entry of largest size positive (the first of them at a tie). Those of a repeated eigenvalue are one
/// basis of its subspace out of many: compare subspaces, never the vectors.
/// </remarks>
public sealed class Eigenpairs
{
    private readonly double[] eigenvalues;
    private readonly double[][] eigenvectors;
    private readonly double[] residuals;

    internal Eigenpairs(double[] eigenvalues, double[][] eigenvectors, double[] residuals, int products) =>
        (this.eigenvalues, this.eigenvectors, this.residuals, Products) = (eigenvalues, eigenvectors, residuals, products);

    /// <summary>The eigenvalues: ascending from the smallest, or descending from the largest.</summary>
    public ReadOnlySpan<double> Eigenvalues => eigenvalues;

    /// <summary>The residuals |L u - lambda u|, one per eigenpair; an eigenvalue lies within its residual of a true one.</summary>
    public ReadOnlySpan<double> Residuals => residuals;

    /// <summary>How many products with L it took.</summary>
    public int Products { get; }

    /// <summary>Eigenvector number k, one value per vertex; a new array at each call.</summary>
    /// <param name="k">0 for the first of <see cref="Eigenvalues"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such eigenvector.</exception>
    public double[] Eigenvector(int k) => (uint)k < (uint)eigenvectors.Length
        ? [.. eigenvectors[k]]
        : throw new ArgumentOutOfRangeException(nameof(k), k, FormattableString.Invariant(
            $"Eigenvector {k} does not exist; expected 0 to {eigenvectors.Length - 1}."));

    /// <summary>|image - value vector|, where the image is L times the vector.</summary>
    internal static double Residual(ReadOnlySpan<double> vector, ReadOnlySpan<double> image, double value)
    {
        var sum = 0.0;
        for (var v = 0; v < vector.Length; v++) sum += (image[v] - value * vector[v]) * (image[v] - value * vector[v]);
        return Math.Sqrt(sum);
    }

    /// <summary>Turns a vector so that the first of its entries of largest size, to one part in a million, is positive.</summary>
    internal static void FixSign(Span<double> vector)
    {
        var largest = 0.0;
        foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
        var first = 0;
        while (Math.Abs(vector[first]) < largest * (1 - 1e-6)) first++;
        if (vector[first] >= 0) return;
        for (var v = 0; v < vector.Length; v++) vector[v] = -vector[v];
    }
}
