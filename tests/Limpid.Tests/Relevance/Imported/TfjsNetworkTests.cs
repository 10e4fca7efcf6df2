using System.Text.Json.Nodes;
using Limpid.Data;
using Limpid.Data.Tfjs;
using Limpid.Relevance;
using Limpid.Relevance.Imported;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Imported;

public class TfjsNetworkTests
{
    public static TheoryData<string> Outputs => [.. RecordedGraph.Root.GetProperty("outputs").EnumerateObject().Select(output => output.Name)];

    // Changes a node and reads the graph.
    private static TfjsModel Changed(string node, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(RecordedGraph.Json)!;
        change(json["modelTopology"]!["node"]!.AsArray().Select(item => item!.AsObject()).Single(item => (string)item["name"]! == node));
        return TfjsReader.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), RecordedGraph.Weights);
    }

    private static JsonObject Text(string text) => new() { ["s"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)) };

    [Theory, MemberData(nameof(Outputs))]
    public void Computes_what_TensorFlow_js_computes(string output)
    {
        using var scope = NewDisposeScope();
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var (ours, theirs) = (graph.To(output).Forward(RecordedGraph.Input), RecordedGraph.Output(output));
        Assert.Equal(theirs.shape, ours.shape);
        Assert.InRange((ours - theirs).abs().max().item<float>(), 0, 1e-5f);
    }

    [Theory, MemberData(nameof(Outputs))]
    public void Samples_are_computed_each_for_itself(string output)
    {
        using var scope = NewDisposeScope();
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var network = graph.To(output);
        var one = RecordedGraph.Input;
        var both = network.Forward(cat([one * 0.5, one], 0));
        Assert.Equal(2, both.size(0));
        Assert.InRange((both[1] - network.Forward(one)[0]).abs().max().item<float>(), 0, 1e-5f);
        Assert.InRange((both[0] - network.Forward(one * 0.5)[0]).abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void What_outputs_share_is_added_once_and_keeps_its_name()
    {
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var builder = new NetworkBuilder();
        var places = graph.AddTo(builder, "relu", "fused", "relu");
        Assert.Equal(places[0], places[2]);
        var network = builder.Build(places[0]);
        Assert.Equal(["input", "order", "conv1", "relu6", "fused", "fused/LeakyRelu", "conv3", "relu", "order#2"], Names(network));
    }

    private static IEnumerable<string> Names(Network network) => network.Nodes.Select(node => node.Name);

    [Fact]
    public void A_border_becomes_the_convolutions_padding_where_it_can()
    {
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var layer = graph.To("relu").Nodes.Select(node => node.Operation).OfType<ConvolutionLayer>().Last();
        Assert.Equal([1, 0], layer.Geometry.Padding);
        Assert.Equal([2, 1], layer.Geometry.After!.Value);
        Assert.Null(layer.Bias());
    }

    [Fact]
    public void A_border_that_nothing_takes_over_is_a_node()
    {
        using var scope = NewDisposeScope();
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var padded = graph.To("pad").Forward(RecordedGraph.Input);
        Assert.Equal([1, 8, 6, 5], padded.shape);
        var inside = padded.narrow(1, 1, 5).narrow(2, 0, 5);
        Assert.InRange((inside - RecordedGraph.Output("fused")).abs().max().item<float>(), 0, 1e-5f);
        Close.Value(inside.abs().sum().item<float>(), padded.abs().sum().item<float>(), 1e-3);
    }

    [Fact]
    public void Relevance_goes_through_it_and_is_conserved_but_for_bias()
    {
        using var scope = NewDisposeScope();
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        var builder = new NetworkBuilder();
        var leaky = graph.AddTo(builder, "leaky")[0];
        var network = builder.Build(builder.Add("flat", new MappedOperation(LayerKind.Reshape, x => x.flatten(1), null), leaky));
        var propagation = new RelevancePropagation(network, Composite.Uniform(Rule.ZPlus() with { Bias = BiasPolicy.Ignore }));
        Assert.Empty(propagation.Plan.Problems);
        using var result = propagation.Explain(RecordedGraph.Input);
        Assert.Equal(RecordedGraph.Input.shape, result.Input.shape);
        Close.Value(result.Scores.max().item<float>(), result.Input.sum().item<float>(), 1e-3);
    }

    [Theory]
    [InlineData("relu6", "Softplus", "relu6")]
    [InlineData("sigmoid", "Erf", "out")]
    public void An_unknown_operation_is_named_with_what_is_known(string node, string operation, string output)
    {
        using var graph = new TfjsNetwork(Changed(node, item => item["op"] = operation));
        var problem = Assert.Throws<UnsupportedOperationException>(() => graph.To(output));
        Assert.Equal((node, operation), (problem.Node, problem.Operation));
        Assert.Contains("Conv2D", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_not_supported_are_refused()
    {
        void Refused(string node, string output, Action<JsonObject> change)
        {
            using var graph = new TfjsNetwork(Changed(node, change));
            Assert.Throws<UnsupportedOperationException>(() => graph.To(output));
        }

        Refused("conv1", "relu6", node => node["attr"]!["padding"] = Text("EXPLICIT"));
        Refused("conv1", "relu6", node => node["attr"]!["data_format"] = Text("NCHW"));
        Refused("resized", "sum", node => node["attr"]!["align_corners"] = new JsonObject { ["b"] = false });
        Refused("mean", "mean", node => node["attr"]!["padding"] = Text("SAME"));
        Refused("sum", "sum", node => node["input"] = new JsonArray("resized", "bias1"));
        Refused("fused", "relu", node => node["attr"]!["fused_ops"] = new JsonObject { ["list"] = new JsonObject { ["s"] = new JsonArray(Convert.ToBase64String("Prelu"u8)) } });
        Refused("image", "relu", node => node["attr"]!["shape"]!["shape"]!["dim"]![1]!["size"] = "-1");
        Refused("image", "relu", node => node["attr"]!["shape"]!["shape"]!["dim"]![1]!["size"] = "1000000000");
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        void Refused(string node, string output, Action<JsonObject> change)
        {
            using var graph = new TfjsNetwork(Changed(node, change));
            Assert.Throws<DataFormatException>(() => graph.To(output));
        }

        Refused("conv1", "conv1", node => node["input"] = new JsonArray("image", "kernel2"));
        Refused("conv1", "relu6", node => node["input"] = new JsonArray("image"));
        Refused("conv1", "relu6", node => node["attr"]!["strides"] = new JsonObject { ["list"] = new JsonObject { ["i"] = new JsonArray("1", "0", "2", "1") } });
        Refused("reshaped", "out", node => node["input"] = new JsonArray("sigmoid", "parts"));
        Refused("channels-first", "channels-first", node => node["input"] = new JsonArray("relu", "parts"));
        Refused("both", "sum", node => node["input"] = new JsonArray("channels-first", "channels-first", "size"));
        Refused("split", "split", node => node["input"] = new JsonArray("sum", "size", "axis3"));
        Refused("sigmoid", "out", node => node["input"] = new JsonArray("split:2"));
        Refused("relu6", "sum", node => { node["op"] = "Placeholder"; node["input"] = new JsonArray(); });
    }

    [Fact]
    public void An_unknown_output_is_refused()
    {
        using var graph = new TfjsNetwork(RecordedGraph.Model);
        Assert.Contains("'nothing'", Assert.Throws<ArgumentException>(() => graph.To("nothing")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => graph.AddTo(new NetworkBuilder()));
        Assert.Throws<DataFormatException>(() => graph.To("kernel1"));
    }
}
