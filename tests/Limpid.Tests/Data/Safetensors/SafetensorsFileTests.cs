using System.Text;
using Limpid.Data;
using Limpid.Data.Safetensors;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Data.Safetensors;

public sealed class SafetensorsFileTests : IDisposable
{
    // 1.5 and -2 as float32, then 7 as int64.
    private const string Small = """{"__metadata__":{"format":"pt"},"n":{"dtype":"I64","shape":[],"data_offsets":[8,16]},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}""";

    private static readonly byte[] SmallData = [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f), .. BitConverter.GetBytes(7L)];

    private readonly TempFolder folder = new();

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private SafetensorsFile Open(byte[] content)
    {
        File.WriteAllBytes(folder.File("a.safetensors"), content);
        return SafetensorsFile.Open(folder.File("a.safetensors"));
    }

    private void Refused(byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataFormatException>(() => Open(content));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
    }

    [Fact]
    public void Reads_tensors_and_metadata()
    {
        SafetensorsFile file = Open(SafetensorsBytes.File(Small, SmallData));
        Assert.Equal(["n", "w"], file.Entries.Select(entry => entry.Name));
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal([2, 1], file.Read("w").shape);
        Assert.Equal([1.5f, -2], file.Read("w").data<float>().ToArray());
        Assert.Equal(7, file.Read("n").item<long>());
        Assert.Throws<ArgumentException>(() => file.Read("v"));
    }

    [Fact]
    public void Reads_each_type()
    {
        byte[] data = [.. BitConverter.GetBytes(Math.PI), .. BitConverter.GetBytes((Half)(-0.5)), .. BitConverter.GetBytes(3.140625f)[2..]];
        SafetensorsFile file = Open(SafetensorsBytes.File("""
            {"d":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"h":{"dtype":"F16","shape":[1],"data_offsets":[8,10]},"b":{"dtype":"BF16","shape":[1],"data_offsets":[10,12]},"e":{"dtype":"F32","shape":[0,3],"data_offsets":[12,12]}}
            """, data));
        Assert.Equal(Math.PI, file.Read("d").item<double>());
        Assert.Equal((ScalarType.Float16, -0.5f), (file.Read("h").dtype, file.Read("h").to(float32).item<float>()));
        Assert.Equal((ScalarType.BFloat16, 3.140625f), (file.Read("b").dtype, file.Read("b").to(float32).item<float>()));
        Assert.Equal([0, 3], file.Read("e").shape);
    }

    [Theory]
    [InlineData("\"F32\"", "\"F8_E4M3\"")]
    [InlineData("\"F32\"", "\"F64\"")]
    [InlineData("\"F32\"", "32")]
    [InlineData("[2,1]", "[2,2]")]
    [InlineData("[2,1]", "[-2,-1]")]
    [InlineData("[2,1]", "[4611686018427387904,4611686018427387904]")]
    [InlineData("[2,1]", "[4294967298,1073741824]")]
    [InlineData("[2,1]", "2")]
    [InlineData("[0,8]", "[8,0]")]
    [InlineData("[0,8]", "[8,16]")]
    [InlineData("[0,8]", "[0]")]
    [InlineData("[8,16]", "[9,17]")]
    [InlineData("\"w\"", "\"n\"")]
    [InlineData("\"w\"", "\"\\ud800\"")]
    [InlineData("\"shape\":[],", "")]
    [InlineData("{\"__metadata__\"", "[{\"__metadata__\"")]
    public void What_does_not_fit_is_refused(string old, string changed) =>
        Refused(SafetensorsBytes.File(Small.Contains(old, StringComparison.Ordinal) ? Small.Replace(old, changed, StringComparison.Ordinal) : throw new ArgumentException(old), SmallData));

    [Fact]
    public void Bytes_that_no_tensor_owns_are_refused()
    {
        Refused(SafetensorsBytes.File(Small, [.. SmallData, 0]));
        Refused(SafetensorsBytes.File(Small.Replace("[8,16]", "[12,20]", StringComparison.Ordinal), [.. SmallData, 0, 0, 0, 0]));
        Refused([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, .. "{}"u8]);
        Assert.Empty(Open(SafetensorsBytes.File("{}", [])).Entries);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] whole = SafetensorsBytes.File(Small, SmallData);
        for (int length = 0; length < whole.Length; length++)
            Refused(whole[..length]);
    }

    [Fact]
    public void Any_damaged_header_either_reads_or_is_refused()
    {
        byte[] whole = SafetensorsBytes.File(Small, SmallData);
        int header = Encoding.UTF8.GetByteCount(Small) + 8;
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] content = [.. whole];
            for (int k = random.Next(1, 4); k > 0; k--)
                content[random.Next(header)] = random.Next(2) == 0 ? (byte)random.Next(256) : whole[random.Next(8, header)];
            try
            {
                SafetensorsFile file = Open(content);
                foreach (SafetensorsEntry entry in file.Entries)
                    using (Tensor tensor = file.Read(entry.Name))
                        Assert.InRange(tensor.numel(), 0, 16);
            }
            catch (DataFormatException)
            {
                // The typed refusal is the other allowed outcome.
            }
        }
    }

    [Fact]
    public void Weights_go_into_a_module_by_name_and_the_rest_is_reported()
    {
        var model = Sequential(("first", Linear(2, 1)), ("second", Linear(1, 1)));
        Tensor kept = model.state_dict()["second.bias"].clone();
        SafetensorsFile file = Open(SafetensorsBytes.Floats(
            ("net.first.weight", [1, 2], [3, 4]), ("net.first.bias", [1], [5]), ("net.second.weight", [1, 1], [6]), ("extra", [1], [7])));
        WeightReport report = file.LoadInto(model, name => name == "second.bias" ? null : "net." + name);
        Assert.Equal(["first.bias", "first.weight", "second.weight"], report.Loaded.Order(StringComparer.Ordinal));
        Assert.Equal(["second.bias"], report.Missing);
        Assert.Equal(["extra"], report.Unused);
        Assert.False(report.IsComplete);
        Assert.Contains("unused: extra", report.ToString(), StringComparison.Ordinal);
        Assert.Equal([3f, 4], model.state_dict()["first.weight"].data<float>().ToArray());
        Assert.Equal(kept.item<float>(), model.state_dict()["second.bias"].item<float>());
        Assert.True(model.parameters().All(parameter => parameter.requires_grad));
    }

    [Fact]
    public void Numbers_are_converted_to_the_modules_type()
    {
        var model = Linear(1, 1, hasBias: false, dtype: float64);
        Assert.True(Open(SafetensorsBytes.Floats(("weight", [1, 1], [0.1f]))).LoadInto(model).IsComplete);
        Assert.Equal(ScalarType.Float64, model.weight.dtype);
        Assert.Equal(0.1f, model.weight.item<double>());
    }

    [Fact]
    public void A_shape_that_does_not_fit_changes_nothing()
    {
        var model = Linear(2, 1);
        Tensor bias = model.bias!.detach().clone();
        SafetensorsFile file = Open(SafetensorsBytes.Floats(("bias", [1], [9]), ("weight", [2, 1], [1, 2])));
        string message = Assert.Throws<DataFormatException>(() => file.LoadInto(model)).Message;
        Assert.Contains("[2, 1]", message, StringComparison.Ordinal);
        Assert.Contains("[1, 2]", message, StringComparison.Ordinal);
        Assert.Equal(bias.item<float>(), model.bias!.item<float>());
    }
}
