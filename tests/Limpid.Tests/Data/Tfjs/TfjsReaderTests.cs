using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Limpid.Data;
using Limpid.Data.Tfjs;
using Limpid.Tests.Relevance.Imported;
using Xunit;

namespace Limpid.Tests.Data.Tfjs;

public sealed class TfjsReaderTests
{
    // Two constants, an operation that comes before its input, and its input.
    private const string Small = """
        {"format":"graph-model","modelTopology":{"node":[
          {"name":"w","op":"Const"},{"name":"n","op":"Const"},
          {"name":"last","op":"Conv2D","input":["^n","first","w"],"attr":{"padding":{"s":"U0FNRQ=="},"strides":{"list":{"i":["1","2",3,"1"]}},"alpha":{"f":0.5},"flag":{"b":true},"empty":{"list":{}}}},
          {"name":"first","op":"Placeholder","attr":{"shape":{"shape":{"dim":[{"size":"-1"},{"size":7}]}}}}]},
         "weightsManifest":[{"paths":["a"],"weights":[{"name":"w","shape":[2,1],"dtype":"float32"},{"name":"n","shape":[],"dtype":"int32"}]}]}
        """;

    private static byte[] SmallWeights()
    {
        byte[] bytes = new byte[12];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, 1.5f);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4), -2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), -7);
        return bytes;
    }

    private static TfjsModel Read(string json, byte[]? weights = null) => TfjsReader.Read(Encoding.UTF8.GetBytes(json), weights ?? SmallWeights());

    private static string Refused(string json, byte[]? weights = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => TfjsReader.Read(bytes, weights ?? SmallWeights())).Message;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
        return message;
    }

    private static string Change(string old, string changed) =>
        Small.Contains(old, StringComparison.Ordinal) ? Small.Replace(old, changed, StringComparison.Ordinal) : throw new ArgumentException(old);

    [Fact]
    public void Reads_nodes_in_order_settings_and_constants()
    {
        TfjsModel model = Read(Small);
        Assert.Equal(["w", "n", "first", "last"], model.Nodes.Select(node => node.Name));
        Assert.Equal([new TfjsInput("first", 0), new TfjsInput("w", 0)], model.Nodes[3].Inputs);
        TfjsAttributes settings = model.Nodes[3].Attributes;
        Assert.Equal("SAME", settings.Text("padding", "VALID"));
        Assert.Equal("VALID", settings.Text("other", "VALID"));
        Assert.Equal([1, 2, 3, 1], settings.Integers("strides"));
        Assert.Equal((0.5, 0.1), (settings.Number("alpha", 0.1), settings.Number("beta", 0.1)));
        Assert.True(settings.Flag("flag", false));
        Assert.Empty(settings.Integers("empty"));
        Assert.Equal([-1, 7], model.Nodes[2].Attributes.Shape("shape")!);
        Assert.Equal([1.5f, -2], model.Constants["w"].Numbers);
        Assert.Equal([-7], model.Constants["n"].Integers);
        Assert.Equal(2, model.WeightCount);
    }

    [Fact]
    public void Reads_packed_weights()
    {
        byte[] halves = new byte[8];
        BinaryPrimitives.WriteHalfLittleEndian(halves, (Half)0.333251953125);
        BinaryPrimitives.WriteHalfLittleEndian(halves.AsSpan(2), Half.NegativeInfinity);
        string packed = Change("\"dtype\":\"float32\"", "\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"float16\"}");
        Assert.Equal([0.333251953125f, float.NegativeInfinity], Read(packed, halves).Constants["w"].Numbers);
        packed = Change("\"dtype\":\"float32\"", "\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"uint8\",\"scale\":0.5,\"min\":-1}");
        Assert.Equal([-1, 126.5f], Read(packed, [0, 255, 0, 0, 0, 0]).Constants["w"].Numbers);
        packed = packed.Replace("uint8", "uint16", StringComparison.Ordinal);
        Assert.Equal([-1, 127.5f], Read(packed, [0, 0, 1, 1, 0, 0, 0, 0]).Constants["w"].Numbers);
    }

    [Theory]
    [InlineData("graph-model", "layers-model")]
    [InlineData("\"op\":\"Conv2D\",", "")]
    [InlineData("\"first\",\"w\"", "\"third\",\"w\"")]
    [InlineData("\"first\",\"w\"", "\"first\",7")]
    [InlineData("\"name\":\"first\"", "\"name\":\"last\"")]
    [InlineData("\"op\":\"Placeholder\"", "\"op\":\"Relu\",\"input\":[\"last\"]")]
    [InlineData("{\"name\":\"w\",\"shape\"", "{\"name\":\"n\",\"shape\"")]
    [InlineData("[2,1]", "[2147483647,2147483647,2147483647,2147483647]")]
    [InlineData("[2,1]", "[-2,-1]")]
    [InlineData("[2,1]", "[2.5]")]
    [InlineData("[2,1]", "[3,1]")]
    [InlineData("[2,1]", "[1,1]")]
    [InlineData("\"float32\"", "\"complex64\"")]
    [InlineData("\"float32\"", "\"float32\",\"quantization\":{\"dtype\":\"uint8\"}")]
    [InlineData("\"name\":\"first\"", "\"name\":\"\\ud800\"")]
    public void What_does_not_fit_is_refused(string old, string changed) => Refused(Change(old, changed));

    [Theory]
    [InlineData("\"U0FNRQ==\"", "\"%%\"")]
    [InlineData("{\"s\":\"U0FNRQ==\"}", "{\"i\":\"1\"}")]
    public void A_setting_of_another_kind_is_refused_when_asked_for(string old, string changed) =>
        Assert.Throws<DataFormatException>(() => Read(Change(old, changed)).Nodes[3].Attributes.Text("padding", "VALID"));

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] json = RecordedGraph.Json, weights = RecordedGraph.Weights;
        for (int length = 0; length < weights.Length; length += 7)
            Assert.Throws<DataFormatException>(() => TfjsReader.Read(json, weights.AsMemory(0, length)));
        for (int length = 0; length < Small.Length; length++)
            Refused(Small[..length]);
        Refused(Small, [.. SmallWeights(), 0]);
    }

    [Fact]
    public void Any_damaged_text_either_reads_or_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(JsonNode.Parse(Small)!.ToJsonString());
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] json = [.. whole];
            for (int k = random.Next(1, 4); k > 0; k--)
                json[random.Next(json.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : whole[random.Next(whole.Length)];
            try
            {
                TfjsModel model = TfjsReader.Read(json, SmallWeights());
                foreach (TfjsNode node in model.Nodes)
                    _ = (node.Attributes.Text("padding", ""), node.Attributes.Integers("strides").Count, node.Attributes.Shape("shape"), node.Attributes.Number("alpha", 0));
            }
            catch (DataFormatException)
            {
                // The typed refusal is the other allowed outcome.
            }
        }
    }
}
