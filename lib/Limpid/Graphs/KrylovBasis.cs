using System.Runtime.InteropServices;
using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// Orthonormal vectors of a Krylov space in the complement of locked vectors, and the operator seen in them. Its tensors belong to the
/// dispose scope that is open when it is made.
/// </summary>
internal sealed class KrylovBasis
{
    private readonly Tensor rows;
    private readonly Tensor[] views;
    private readonly int first, n;
    private readonly double[,] projected;
    private readonly SplitMix64 random;
    private readonly OrthogonalityLoss loss;
    private int kept;
    private double norm;

    /// <summary>An empty basis with room for so many vectors, which begins with a random one.</summary>
    public KrylovBasis(IReadOnlyList<double[]> locked, int n, int room, SplitMix64 random)
    {
        (first, this.n, this.random) = (locked.Count, n, random);
        rows = empty(first + room + 1, n, float64);
        views = [.. Enumerable.Range(0, first + room + 1).Select(k => rows[k])];
        for (var k = 0; k < first; k++) locked[k].CopyTo(Row(k));
        projected = new double[room, room];
        loss = new OrthogonalityLoss(room);
        PutRandom(first);
    }

    /// <summary>Number of vectors.</summary>
    public int Size { get; private set; }

    /// <summary>Number of vectors, if they come from one random vector by the operator alone; -1 if it was not only that.</summary>
    public int StepsFromRandom { get; private set; }

    /// <summary>Grows to so many vectors.</summary>
    public void Grow(SpectrumEnd end, int size)
    {
        for (; Size < size; Size++)
        {
            norm = Orthogonalise(end.Apply(Row(first + Size)), end.Scale);
            var whole = norm <= 1e-13 * end.Scale;
            if (whole) norm = 0; // The space maps to itself: what comes next is any other direction.
            if (!whole) RowVectors.Scale(Row(first + Size + 1), 1 / norm);
            else if (first + Size + 1 < n) PutRandom(first + Size + 1);
            if (Size + 1 < projected.GetLength(0)) projected[Size, Size + 1] = projected[Size + 1, Size] = norm;
            StepsFromRandom = whole || StepsFromRandom != Size ? -1 : Size + 1;
        }
    }

    /// <summary>The operator's eigenvalues in this space, ascending, their residuals, and the eigenvectors as columns of shares.</summary>
    public (double[] Values, double[] Errors, Tensor Shares) Ritz()
    {
        var (values, shares) = SymmetricEigen.Of(tensor(projected).narrow(0, 0, Size).narrow(1, 0, Size).contiguous());
        var errors = shares[Size - 1].data<double>().ToArray();
        for (var k = 0; k < errors.Length; k++) errors[k] = Math.Abs(norm * errors[k]);
        return (values, errors, shares);
    }

    /// <summary>The first eigenvectors, as rows.</summary>
    public Tensor Vectors(Tensor shares, int count) => shares.narrow(1, 0, count).t().mm(rows.narrow(0, first, Size));

    /// <summary>Begins anew with the sum of the first eigenvectors.</summary>
    public void Restart(Tensor shares, int count)
    {
        var sum = Vectors(shares, count).sum([0L]);
        Clear(0);
        rows[first].copy_(sum);
        Orthonormalise(first);
        StepsFromRandom = -1;
    }

    /// <summary>Begins anew with a random vector.</summary>
    public void RestartRandom()
    {
        Clear(0);
        PutRandom(first);
        StepsFromRandom = 0;
    }

    /// <summary>Keeps the first eigenvectors and goes on from there (thick restart, Wu and Simon 2000).</summary>
    public void Compress(double[] values, Tensor shares, int count)
    {
        var (vectors, last) = (Vectors(shares, count), shares[Size - 1].data<double>().ToArray());
        rows[first + count].copy_(rows[first + Size]);
        rows.narrow(0, first, count).copy_(vectors);
        Clear(count);
        for (var k = 0; k < count; k++)
        {
            projected[k, k] = values[k];
            projected[k, count] = projected[count, k] = norm * last[k];
        }
        StepsFromRandom = -1;
    }

    private Span<double> Row(int row) => MemoryMarshal.Cast<byte, double>(views[row].bytes);

    private void Clear(int size)
    {
        Array.Clear(projected);
        loss.Clear();
        Size = kept = size;
    }

    /// <summary>Puts the operator's image of the last vector behind it, orthogonal to all vectors to <see cref="OrthogonalityLoss.Allowed"/>; its length then.</summary>
    private double Orthogonalise(ReadOnlySpan<double> image, double scale)
    {
        var own = Row(first + Size);
        var now = Row(first + Size + 1);
        // But for rounding, and just after a compression, only the last two vectors have a share in it.
        var earlier = Size > kept ? projected[Size - 1, Size] : 0;
        var share = RowVectors.Subtract(now, image, earlier != 0 ? Row(first + Size - 1) : own, earlier, own);
        projected[Size, Size] = share;
        // Locked vectors are known to their residuals only and come up again in every step.
        var next = RowVectors.Subtract(now, now, own, share, first > 0 ? Row(0) : now);
        for (var k = 0; k < first; k++) next = RowVectors.Subtract(now, now, Row(k), next, k + 1 < first ? Row(k + 1) : now);
        var left = Math.Sqrt(next);
        var whole = Math.Sqrt(earlier * earlier + share * share + left * left);
        // The estimate holds for three terms: not after a compression, and not where rounding is a large part of what is left.
        var drifts = kept > 0 || loss.Next(projected, Size, left, scale);
        if (!drifts && left > 0.1 * whole) return left;
        for (var pass = 0; pass < 3; pass++)
        {
            projected[Size, Size] += Remove(first + Size + 1);
            left = Math.Sqrt(RowVectors.Dot(now, now));
            // Twice is enough (Kahan and Parlett).
            var enough = left > 0.1 * whole && (pass > 0 || Size != kept);
            whole = left;
            if (enough) break;
        }
        loss.Restore(Size);
        return left;
    }

    /// <summary>Takes the shares of the rows before it away from a row, once; that of the last of them.</summary>
    private double Remove(int row)
    {
        using var scope = NewDisposeScope();
        var (known, next) = (rows.narrow(0, 0, row), views[row]);
        var shares = known.mv(next);
        next.sub_(known.t().mv(shares));
        return shares[row - 1].ToDouble();
    }

    /// <summary>Fills a row with a random unit vector orthogonal to the rows before it.</summary>
    private void PutRandom(int row)
    {
        do
        {
            foreach (ref var value in Row(row)) value = (random.Next() >> 11) * (1.0 / (1L << 53)) - 0.5;
        }
        while (!Orthonormalise(row));
    }

    /// <summary>Makes a row orthogonal to the rows before it, of length 1; false if next to nothing is left of it.</summary>
    private bool Orthonormalise(int row)
    {
        using var scope = NewDisposeScope();
        var target = views[row];
        target.div_(target.norm());
        var known = rows.narrow(0, 0, row);
        for (var pass = 0; pass < 2 && row > 0; pass++)
        {
            target.sub_(known.t().mv(known.mv(target)));
            var length = target.norm().ToDouble();
            if (length < 1e-8) return false;
            target.div_(length);
        }
        return true;
    }
}
