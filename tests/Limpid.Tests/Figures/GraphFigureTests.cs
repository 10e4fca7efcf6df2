namespace Limpid.Tests.Figures;

using System.Text.Json;
using Limpid.Figures;
using Limpid.Graphs;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class GraphFigureTests
{
    [Fact]
    public void EveryEdgeIsDrawnOnce()
    {
        var graph = Graph.Kites(3);
        var walked = EdgeTrails.Of(graph.VertexCount, [.. graph.Edges]).SelectMany(t => t.Zip(t.Skip(1), (a, b) => (Math.Min(a, b), Math.Max(a, b)))).ToArray();
        Assert.Equal(graph.Edges.Select(e => (e.From, e.To)).Order(), walked.Order());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void TrailsAreHalfTheOddVertices(int n, int trails) =>
        Assert.Equal(trails, EdgeTrails.Of(n, [.. Graph.Cliques(1, n).Edges]).Count());

    [Fact]
    public void VerticesCarryTheSignalOnOneScaleAndEdgesLieBeneath()
    {
        var figure = Figures.Graph(Graph.Grid(2, 2), GraphLayout.Grid(2, 2), "A finding.", [-1, 0, double.NaN, 3], "signal");
        var (edges, grey, vertices) = (figure.Parsed().At("data", "0"), figure.Parsed().At("data", "1"), figure.Parsed().At("data", "2"));
        Assert.Equal(JsonValueKind.Null, edges.At("x").EnumerateArray().Last().ValueKind);
        Assert.Single(grey.At("x").EnumerateArray());
        Assert.Equal([-1, 0, 3], vertices.At("marker", "color").Doubles());
        Assert.Equal((-3, 3), (figure.Parsed().At("layout", "coloraxis", "cmin").GetDouble(), figure.Parsed().At("layout", "coloraxis", "cmax").GetDouble()));
        Assert.Equal("A finding. (1 value is not a number and left blank.)", figure.Caption);
        Assert.Equal([0, 0, 1, 0, 0, -1, 1, -1], figure.Data[0].Values);
    }

    [Fact]
    public void HeavierEdgesAreWiderAndNamed()
    {
        var graph = Graph.FromEdges(4, [new(0, 1, 1), new(1, 2, 2.5), new(2, 3, 4)]);
        var traces = Figures.Graph(graph, GraphLayout.Circle(4), "A finding.").Parsed().At("data").EnumerateArray().SkipLast(1).ToArray();
        Assert.Equal(["weight 1 to 2", "weight 2 to 3", "weight 3 to 4"], traces.Select(t => t.At("name").GetString()));
        Assert.True(traces[^1].At("line", "width").GetDouble() > traces[0].At("line", "width").GetDouble());
    }

    [Fact]
    public void NamesStandBesideFewVerticesAndGoToThePointerOfMany()
    {
        string Mode(int n) => Figures.Graph(Graph.Path(n), GraphLayout.Grid(1, n), "A finding.", names: [.. Enumerable.Range(0, n).Select(v => $"v{v}")])
            .Parsed().At("data", "1", "mode").GetString()!;
        Assert.Equal("markers+text", Mode(60));
        Assert.Equal("markers", Mode(61));
    }

    [Fact]
    public void TwoThousandVerticesFitIntoANotebook()
    {
        var graph = Graph.CapsuleAlignment(8, 250);
        var figure = Figures.Graph(graph, GraphLayout.Grid(8, 250), "A finding.", [.. Enumerable.Range(0, 2000).Select(v => Math.Sin(v))]);
        Assert.True(figure.Json.Length < Figure.MaxJsonBytes / 1.2);
    }

    [Fact]
    public void ARowHasOneScaleAndItsGraphsApart()
    {
        var figure = Figures.GraphRow([("early", Graph.Path(2)), ("late", Graph.FromEdges(2, [new(0, 1, 4)]))], "A finding.", [[1, 2], [-3, 0]], "signal");
        var data = figure.Parsed().At("data").EnumerateArray().ToArray();
        Assert.Equal(["weight 1 to 2", "weight 3 to 4"], data.SkipLast(1).Select(t => t.At("name").GetString()));
        Assert.Equal([1, 2, -3, 0], data[^1].At("marker", "color").Doubles());
        var x = data[^1].At("x").Doubles().ToArray();
        Assert.True(x[..2].Max() < x[2..].Min());
        Assert.Equal(["early", "late"], figure.Parsed().At("layout", "annotations").EnumerateArray().Select(a => a.At("text").GetString()));
        Assert.Equal(["early, places", "late, places", "early, signal", "late, signal"], figure.Data.Select(series => series.Name));
    }
}
