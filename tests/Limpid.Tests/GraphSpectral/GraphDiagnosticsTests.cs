using Limpid.Graphs;
using Limpid.GraphSpectral;
using Xunit;

namespace Limpid.Tests.GraphSpectral;

public class GraphDiagnosticsTests
{
    [Fact]
    public void AWeakLinkByHand()
    {
        var seen = GraphDiagnostics.Of(Graph.FromEdges(4, [new(0, 1), new(1, 2, 0.05), new(2, 3)]));
        Assert.Equal([1, 1, 2], seen.Components);
        Assert.Equal(1, seen.SmallEigenvalues);
        var vector = seen.FiedlerVector.ToArray();
        Assert.True(vector[0] * vector[1] > 0 && vector[2] * vector[3] > 0 && vector[0] * vector[3] < 0);
        // The wave is odd about the middle, so x = z_0 and y = z_1 solve x - y = l x and y - x + 0.1 y = l y: l^2 - 2.1 l + 0.1 = 0.
        Close.Value(1.05 - Math.Sqrt(1.05 * 1.05 - 0.1), seen.FiedlerValue, 1e-12);
        Assert.StartsWith("components 1, 1, 2 at weights 0.001, 0.01, 0.1; 1 small eigenvalue(s); Fiedler value 0.0", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PiecesHaveZeroEigenvalues()
    {
        var seen = GraphDiagnostics.Of(Graph.Lines(3, 4));
        Assert.Equal([3, 3, 3], seen.Components);
        Assert.Equal(3, seen.SmallEigenvalues);
        Close.Value(0, seen.FiedlerValue, 1e-12);
    }

    [Fact]
    public void ASingleVertexIsOnePiece()
    {
        var seen = GraphDiagnostics.Of(Graph.FromEdges(1, []));
        Assert.Equal([1, 1, 1], seen.Components);
        Assert.Equal((1, 0.0), (seen.SmallEigenvalues, seen.FiedlerValue));
        Assert.Equal([0], seen.FiedlerVector.ToArray());
    }
}
