namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class NetworkTests
{
    [Fact]
    public void ASmallLayerIsDrawnWhole()
    {
        Assert.Equal([(0, 1.0), (1, 0.0), (2, -1.0)], NeuronPlaces.Of(3, 4));
        Assert.Null(NeuronPlaces.Mark(4, 4));
    }

    [Fact]
    public void ALargeOneShowsItsEndsAndAMarkBetweenThem()
    {
        Assert.Equal([(0, 2.0), (1, 1.0), (8, -1.0), (9, -2.0)], NeuronPlaces.Of(10, 4));
        Assert.Equal(0, NeuronPlaces.Mark(10, 4));
        Assert.Equal([(0, 2.5), (1, 1.5), (2, 0.5), (8, -1.5), (9, -2.5)], NeuronPlaces.Of(10, 5));
        Assert.Equal(-0.5, NeuronPlaces.Mark(10, 5));
    }

    [Fact]
    public void SignIsColourSizeIsWidthAndZeroIsNoLine()
    {
        var figure = Figures.Network([new double[,] { { 8, -1, 0 } }], "A finding.").Parsed();
        var (weak, strong) = (figure.At("data", "0"), figure.At("data", "1"));
        Assert.Equal(("negative weight, down to -1", "positive weight, up to 8"), (weak.At("name").GetString(), strong.At("name").GetString()));
        Assert.NotEqual(weak.At("line", "color").GetString(), strong.At("line", "color").GetString());
        Assert.True(strong.At("line", "width").GetDouble() > weak.At("line", "width").GetDouble());
        Assert.Equal(3, figure.At("data").GetArrayLength());
    }

    [Fact]
    public void LayersHaveNamesSizesAndMarks()
    {
        var texts = Figures.Network([new double[20, 784], new double[1, 20]], "A finding.").Parsed().At("layout", "annotations").EnumerateArray().Select(a => a.At("text").GetString()!).ToArray();
        Assert.Equal(["input<br>784 neurons,<br>12 drawn", "hidden 1<br>20 neurons,<br>12 drawn", "output<br>1 neuron", "⋮", "⋮"], texts);
    }

    [Fact]
    public void ValuesColourTheNeuronsOnOneScale()
    {
        var figure = Figures.Network([new double[,] { { 1, 1 } }], "A finding.", values: [[1, -4], [double.NaN]]);
        Assert.Equal([1, -4], figure.Parsed().At("data").EnumerateArray().Last().At("marker", "color").Doubles());
        Assert.Equal((-4, 4), (figure.Parsed().At("layout", "coloraxis", "cmin").GetDouble(), figure.Parsed().At("layout", "coloraxis", "cmax").GetDouble()));
        Assert.Equal("A finding. (1 value is not a number and left blank.)", figure.Caption);
    }

    [Fact]
    public void NeuronsMayHaveTextsAndLinesAnotherName()
    {
        var figure = Figures.Network([new double[,] { { 1, 2 } }], "A finding.", weightName: "message", texts: [["a", "b < c"], ["d"]]).Parsed();
        Assert.Equal("positive message, up to 2", figure.At("data", "1", "name").GetString());
        var neurons = figure.At("data").EnumerateArray().Last();
        Assert.Equal(("markers+text", "top center"), (neurons.At("mode").GetString(), neurons.At("textposition").GetString()));
        Assert.Equal(["a", "b &lt; c", "d"], neurons.At("text").EnumerateArray().Select(text => text.GetString()!));
    }

    [Fact]
    public void TensorsDrawLikeArrays()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Figures.Network([new double[,] { { 1, 2 } }], "A finding.").Json, Figures.Network([tensor(new float[] { 1, 2 }).reshape(1, 2)], "A finding.").Json);
    }
}
