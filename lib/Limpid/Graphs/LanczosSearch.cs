using System.Runtime.InteropServices;
using Limpid.Data;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// The search behind <see cref="Lanczos"/>: eigenpairs are found a few at a time in the complement of those that are locked. With
/// sign -1 it looks at -L, so that the wanted end is always the lower one.
/// </summary>
internal sealed class LanczosSearch(Laplacian laplacian, int sign, double tolerance, long seed, CancellationToken cancellation)
{
    private const int MostRestarts = 1000;

    private readonly int n = laplacian.Graph.VertexCount;
    private readonly List<(double Value, double[] Vector)> locked = [];
    private readonly SplitMix64 random = new(seed);
    private double[] image = [];

    public int Found => locked.Count;

    public int Products { get; private set; }

    /// <summary>The found pairs from the wanted end on, with the sign taken back.</summary>
    public List<(double Value, double[] Vector)> Best(int count) =>
        [.. locked.OrderBy(pair => pair.Value).Take(count).Select(pair => (sign * pair.Value + 0.0, pair.Vector))];

    /// <summary>Locks the eigenvectors of eigenvalue 0, one per connected component, as many as are wanted.</summary>
    public void LockKernel(int most)
    {
        var components = ConnectedComponents.Of(laplacian.Graph);
        for (var c = 0; c < Math.Min(components.Count, most); c++)
        {
            var vector = new double[n];
            for (var v = 0; v < n; v++)
                if (components.ComponentOf[v] == c)
                    vector[v] = laplacian.Kind == LaplacianKind.Symmetric && laplacian.Graph.Degrees[v] > 0 ? Math.Sqrt(laplacian.Graph.Degrees[v]) : 1;
            Scale(vector, 1 / Length(vector));
            locked.Add((0, vector));
        }
    }

    /// <summary>Finds the next eigenpairs in the complement and locks them.</summary>
    public void LockNext(int wanted)
    {
        using var scope = NewDisposeScope();
        var (values, vectors) = Search(Math.Min(wanted, n - Found), tolerance);
        for (var k = 0; k < values.Length; k++) locked.Add((values[k], vectors[k].data<double>().ToArray()));
    }

    /// <summary>
    /// Whether the complement holds an eigenvalue beyond the last of those wanted. A Ritz value is never below the smallest eigenvalue, so
    /// there is no false alarm, and a rough residual is enough: its square enters.
    /// </summary>
    public bool LiesBeyond(int wanted)
    {
        var last = locked.Select(pair => pair.Value).Order().ElementAt(wanted - 1);
        if (sign > 0 && last <= 0) return false; // No eigenvalue of a Laplacian is negative.
        using var scope = NewDisposeScope();
        var (values, _) = Search(1, Math.Max(tolerance, 1e-4 * laplacian.LargestEigenvalueBound));
        return values[0] < last - Math.Max(tolerance, 1e-10 * laplacian.LargestEigenvalueBound);
    }

    /// <summary>The lowest Ritz pairs in the complement of the locked ones; the vectors are the rows of a tensor.</summary>
    private (double[] Values, Tensor Vectors) Search(int wanted, double allowed)
    {
        var size = Math.Min(2 * wanted + 30, n - Found);
        var first = Found;
        var basis = zeros(first + size + 1, n, float64);
        for (var k = 0; k < first; k++) basis[k].copy_(tensor(locked[k].Vector));
        var projected = new double[size, size];
        PutRandom(basis, first);
        var kept = 0;
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var last = Extend(basis, first, kept, size, projected);
            var ritz = Matrix<double>.Build.DenseOfArray(projected).Evd(Symmetricity.Symmetric);
            var (values, shares) = (ritz.EigenValues.Select(value => value.Real).ToArray(), ritz.EigenVectors);
            var errors = Enumerable.Range(0, size).Select(k => Math.Abs(last * shares[size - 1, k])).ToArray();
            var done = errors.Take(wanted).All(error => error <= allowed);
            kept = done ? wanted : Math.Min(wanted + (size - wanted) / 2, size - 1);
            var rotation = tensor(shares.SubMatrix(0, size, 0, kept).Transpose().ToArray());
            var vectors = rotation.mm(basis.narrow(0, first, size));
            if (done) return (values[..wanted], vectors.MoveToOuterDisposeScope());
            basis.narrow(0, first, kept).copy_(vectors);
            basis[first + kept].copy_(basis[first + size]);
            Array.Clear(projected);
            for (var k = 0; k < kept; k++)
            {
                projected[k, k] = values[k];
                projected[k, kept] = projected[kept, k] = last * shares[size - 1, k];
            }
        }
        throw new LanczosException(FormattableString.Invariant(
            $"{wanted} eigenpairs of a Laplacian of {n} vertices were not found to {allowed} in {MostRestarts} restarts; expected a larger tolerance."));
    }

    /// <summary>Grows the Krylov basis from <paramref name="kept"/> to <paramref name="size"/> vectors; the norm of what comes after the last.</summary>
    private double Extend(Tensor basis, int first, int kept, int size, double[,] projected)
    {
        var norm = 0.0;
        for (var j = kept; j < size; j++)
        {
            using var scope = NewDisposeScope();
            var next = basis[first + j + 1];
            Multiply(basis[first + j], next);
            var known = basis.narrow(0, 0, first + j + 1);
            // Twice is enough to be orthogonal to rounding (Kahan and Parlett).
            var shares = known.mv(next);
            next.sub_(known.t().mv(shares));
            var again = known.mv(next);
            next.sub_(known.t().mv(again));
            projected[j, j] = shares[first + j].ToDouble() + again[first + j].ToDouble();
            norm = next.norm().ToDouble();
            var whole = norm <= 1e-13 * laplacian.LargestEigenvalueBound;
            if (whole) norm = 0; // The space maps to itself: what comes next is any other direction.
            if (whole && first + j + 1 < n) PutRandom(basis, first + j + 1);
            else if (!whole) next.div_(norm);
            if (j + 1 < size) projected[j, j + 1] = projected[j + 1, j] = norm;
        }
        return norm;
    }

    /// <summary>target = sign L source.</summary>
    private void Multiply(Tensor source, Tensor target)
    {
        if (image.Length == 0) image = new double[n];
        var values = MemoryMarshal.Cast<byte, double>(source.bytes).ToArray();
        laplacian.Product.Combine(values, 1, sign, 0, 0, image);
        image.CopyTo(MemoryMarshal.Cast<byte, double>(target.bytes));
        Products++;
    }

    /// <summary>Fills a row with a random unit vector orthogonal to the rows before it.</summary>
    private void PutRandom(Tensor basis, int row)
    {
        using var scope = NewDisposeScope();
        var target = basis[row];
        var values = new double[n];
        do
        {
            for (var v = 0; v < n; v++) values[v] = (random.Next() >> 11) * Math.Pow(2, -53) - 0.5;
            Scale(values, 1 / Length(values));
            target.copy_(tensor(values));
            var known = basis.narrow(0, 0, row);
            for (var twice = 0; twice < 2 && row > 0; twice++) target.sub_(known.t().mv(known.mv(target)));
        }
        while (target.norm().ToDouble() < 1e-8);
        target.div_(target.norm());
        if (row == 0) return;
        var all = basis.narrow(0, 0, row);
        target.sub_(all.t().mv(all.mv(target)));
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static void Scale(double[] vector, double factor)
    {
        for (var v = 0; v < vector.Length; v++) vector[v] *= factor;
    }
}
