using System.Text.Json;
using Limpid.Data;
using Limpid.Data.Pictures;
using Limpid.Data.Tfjs;
using Limpid.Relevance;
using Limpid.Relevance.Imported;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Imported;

/// <summary>NanoDet-g against what TensorFlow.js computes on the same pixels (record/nanodet.mjs).</summary>
public sealed class NanoDetTests
{
    private static readonly JsonElement Record = RecordedGraph.Load("record.nanodet-tfjs.json").GetProperty("photographs");

    private static void NeedsData()
    {
        foreach (var name in new[] { "nanodet", "photographs" })
            Assert.SkipUnless(DataStore.Default.Status(name).State != DataState.Missing, $"{name} is not at hand; ./limpid data get {name} fetches it");
    }

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    // The nearest pixels, by whole-number arithmetic as in the script.
    private static Tensor Input(string name)
    {
        using var photograph = Photographs.Load(name);
        long[] Places(long size) => [.. Enumerable.Range(0, NanoDet.Side).Select(i => (2 * i + 1) * size / (2 * NanoDet.Side))];
        var image = photograph.Image;
        return NanoDet.Prepare(image.index_select(1, tensor(Places(image.size(1)))).index_select(2, tensor(Places(image.size(2)))));
    }

    private static void SampleAgrees(JsonElement recorded, Tensor values, double tolerance)
    {
        using var flat = values.contiguous().flatten();
        var own = flat.to(float64).data<double>().ToArray();
        Close.Values(Numbers(recorded, "sample"), Enumerable.Range(0, recorded.GetProperty("sample").GetArrayLength()).Select(k => own[(k * 104729L + 17) % own.Length]), tolerance);
    }

    [Theory]
    [InlineData("astronaut")]
    [InlineData("chelsea")]
    [InlineData("coffee")]
    public void Equals_TensorFlow_js(string name)
    {
        NeedsData();
        using var scope = NewDisposeScope();
        var record = Record.GetProperty(name);
        var store = DataStore.Default;
        using var graph = new TfjsNetwork(TfjsReader.Read(store.Read(NanoDet.DataSet, "nanodet.json"), store.Read(NanoDet.DataSet, "nanodet.bin")));
        var input = Input(name);
        Close.Values(Numbers(record, "input"), Enumerable.Range(0, 50).Select(k => (double)input.flatten()[(k * 104729L + 17) % input.numel()].item<float>()), 1e-5);
        // One network with all outputs side by side: scores and boxes of the three heads, after and before the sigmoid.
        var outputs = record.GetProperty("outputs").EnumerateObject().Concat(record.GetProperty("heads").EnumerateObject()).ToArray();
        var builder = new NetworkBuilder();
        int[] flat = [.. graph.AddTo(builder, [.. outputs.Select(output => output.Name)]).Select(place => builder.Add("flat", new MappedOperation(LayerKind.Reshape, x => x.flatten(1), null), place))];
        var all = builder.Build(builder.Add("all", new ConcatenationOperation(1), flat)).Forward(input)[0];
        long start = 0;
        foreach (var output in outputs)
        {
            var shape = output.Value.GetProperty("shape").Deserialize<long[]>()!;
            var count = shape.Aggregate((product, size) => product * size);
            var part = all.narrow(0, start, count);
            SampleAgrees(output.Value, part, 1e-3);
            Close.Value(output.Value.GetProperty("sum").GetDouble() / count, part.to(float64).mean().item<double>(), 1e-4);
            start += count;
        }
        Assert.Equal(start, all.numel());
    }

    [Theory]
    [InlineData("astronaut", "person")]
    [InlineData("chelsea", "cat")]
    [InlineData("coffee", "cup")]
    public void Scores_are_each_class_at_its_best_cell(string name, string thing)
    {
        NeedsData();
        using var scope = NewDisposeScope();
        using var network = NanoDet.Load();
        var input = Input(name);
        var scores = network.Scores.Forward(input);
        Assert.Equal([1, 80], scores.shape);
        Close.Values(Numbers(Record.GetProperty(name), "best"), scores[0].to(float64).data<double>().ToArray(), 1e-3);
        var target = NanoDet.ClassNames.ToList().IndexOf(thing);
        var cell = network.BestCell(input, target);
        Close.Value(scores[0, target].item<float>(), network.ScoresAt(cell).Forward(input)[0, target].item<float>(), 1e-4);
        // The object is where its cell looks.
        using var photograph = Photographs.Load(name);
        Assert.Equal(thing, photograph.Object);
        Assert.True(photograph.Mask(NanoDet.Side, NanoDet.Side)[(long)cell.Centre.Row, (long)cell.Centre.Column].item<bool>(), $"{cell} looks beside the {thing}");
    }

    [Fact]
    public void In_a_frame_each_photograph_is_recognised()
    {
        NeedsData();
        using var scope = NewDisposeScope();
        using var network = NanoDet.Load();
        foreach (var photograph in Photographs.Load().Select(photograph => photograph.Framed(NanoDet.Side)))
        {
            var scores = network.Scores.Forward(NanoDet.Prepare(photograph.Image))[0];
            Assert.Equal(photograph.Object, NanoDet.ClassNames[(int)scores.argmax().item<long>()]);
            Assert.True(scores.max().item<float>() > 0);
        }
    }

    [Fact]
    public void Photographs_are_prepared_as_TensorFlow_js_resizes_them()
    {
        NeedsData();
        using var scope = NewDisposeScope();
        foreach (var name in Photographs.Names)
        {
            var prepared = NanoDet.Prepare(Photographs.Load(name).Image);
            Assert.Equal([1, 3, 416, 416], prepared.shape);
            Close.Values(Numbers(Record.GetProperty(name), "prepared"), Enumerable.Range(0, 50).Select(k => (double)prepared.flatten()[(k * 104729L + 17) % prepared.numel()].item<float>()), 1e-3);
        }
    }

    [Fact]
    public void Relevance_reaches_the_picture_and_none_is_made_or_lost()
    {
        NeedsData();
        using var scope = NewDisposeScope();
        using var network = NanoDet.Load();
        var input = Input("coffee");
        var (low, high) = NanoDet.Range();
        Assert.True(input.ge(low - 1e-4).all().item<bool>() && input.le(high + 1e-4).all().item<bool>());
        var propagation = new RelevancePropagation(network.Scores, Composite.Uniform(Rule.ZPlus() with { Bias = BiasPolicy.Ignore }).With(LayerKind.Sum, Rule.Split(SumSplit.Magnitude)));
        Assert.Empty(propagation.Plan.Problems);
        Assert.Equal(34, propagation.Plan.Rows.Count(row => row.Kind == LayerKind.Convolution));
        using var result = propagation.Explain(input, 41);
        Close.Value(result.Scores[0, 41].item<float>(), result.Input.sum().item<float>(), 0.01);
    }

    [Theory]
    [InlineData(0, 8, 0, 0)]
    [InlineData(2703, 8, 51, 51)]
    [InlineData(2704, 16, 0, 0)]
    [InlineData(3380, 32, 0, 0)]
    [InlineData(3394, 32, 1, 1)]
    [InlineData(3548, 32, 12, 12)]
    public void Positions_are_cells(long position, int stride, int row, int column) => Assert.Equal(new NanoDetCell(stride, row, column), NanoDet.CellAt(position));

    [Fact]
    public void What_is_no_cell_no_class_or_no_picture_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NanoDet.CellAt(3549));
        Assert.Throws<ArgumentOutOfRangeException>(() => NanoDet.CellAt(-1));
        using var grey = zeros(1, 20, 30);
        Assert.Throws<ArgumentException>(() => NanoDet.Prepare(grey));
        Assert.Equal(80, NanoDet.ClassNames.Distinct().Count());
    }
}
