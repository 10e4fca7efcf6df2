using Limpid.Data;
using Limpid.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

[Collection(ProcessCollection.Name)]
public class KrylovBasisTests
{
    private const int Room = 70;

    // A few eigenvalues far below the rest: their vectors converge early, which is what costs orthogonality.
    private static Laplacian Cliques()
    {
        var edges = from clique in Enumerable.Range(0, 6)
                    from a in Enumerable.Range(0, 40)
                    from b in Enumerable.Range(a + 1, 39 - a)
                    where (a * 7 + b * 13 + clique) % 5 < 2
                    select new Edge(clique * 40 + a, clique * 40 + b, 1 + 0.01 * a + 0.003 * b);
        var bridges = Enumerable.Range(0, 5).Select(clique => new Edge(clique * 40, clique * 40 + 40 + clique, 0.02 * (clique + 1)));
        return Graph.FromEdges(240, edges.Concat(bridges)).Laplacian(LaplacianKind.Symmetric);
    }

    public static TheoryData<string> Cases => ["cliques", "path", "grid", "locked"];

    private static Laplacian Of(string name) => name switch
    {
        "path" => Graph.Path(300).Laplacian(),
        "grid" => Graph.Grid(17, 23).Laplacian(LaplacianKind.Symmetric),
        _ => Cliques(),
    };

    [Theory, MemberData(nameof(Cases))]
    public void StaysOrthogonalAndProjectsTheOperator(string name)
    {
        using var scope = NewDisposeScope();
        var l = Of(name);
        var locked = name == "locked" ? Lanczos.Smallest(l, 4, 1e-7, cancellation: TestContext.Current.CancellationToken) : null;
        var n = l.Graph.VertexCount;
        double[][] before = locked is null ? [] : [.. Enumerable.Range(0, 4).Select(locked.Eigenvector)];
        var basis = new KrylovBasis(before, n, Room, new SplitMix64(3));
        basis.Grow(new SpectrumEnd(l, 1), Room);
        var q = basis.Vectors(eye(Room, dtype: float64), Room);
        Assert.True((q.mm(q.t()) - eye(Room, dtype: float64)).abs().max().ToDouble() <= 1e-11);
        foreach (var vector in before) Assert.True(q.mv(tensor(vector)).abs().max().ToDouble() <= 1e-11);
        var (values, _, _) = basis.Ritz();
        var (full, _) = SymmetricEigen.Of(q.mm(tensor(l.ToMatrix())).mm(q.t()));
        Close.Values(full, values, locked is null ? 1e-10 : 1e-6);
    }

    [Fact]
    public void ThreeTermsAloneLoseTheOrthogonality()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(Cliques().ToMatrix());
        manual_seed(3);
        var rows = new List<Tensor> { rand(240, float64) - 0.5 };
        rows[0] /= rows[0].norm();
        var beta = 0.0;
        for (var j = 0; j < Room - 1; j++)
        {
            var next = matrix.mv(rows[j]);
            if (j > 0) next -= rows[j - 1] * beta;
            next -= rows[j] * rows[j].dot(next);
            beta = next.norm().ToDouble();
            rows.Add(next / beta);
        }
        var q = stack(rows);
        Assert.True((q.mm(q.t()) - eye(Room, dtype: float64)).abs().max().ToDouble() > 1e-3);
    }
}
