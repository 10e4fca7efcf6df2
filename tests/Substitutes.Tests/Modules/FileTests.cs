using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class FileTests
{
    private static byte[] Saved(nn.Module module, IList<string>? skip = null)
    {
        using var stream = new MemoryStream();
        module.save(stream, skip);
        return stream.ToArray();
    }

    [Fact]
    public void OneParameterIsWrittenByteForByte()
    {
        using var module = new One();
        Assert.Equal("0101770601020000803F00000040", System.Convert.ToHexString(Saved(module)));
    }

    [Fact]
    public void ANestedModuleIsWrittenParametersFirstThenBuffers()
    {
        using var net = nn.Sequential(("fc", nn.Linear(1, 2)), ("bn", nn.BatchNorm1d(2)));
        using (no_grad())
            foreach (var (tensor, value) in net.state_dict().Values.Zip([1.0, 2, 3, 4, 5, 6, 7])) tensor.fill_(value);
        var expected = new MemoryStream();
        using (var writer = new BinaryWriter(expected))
        {
            writer.Write((byte)7);
            void Entry(string name, byte type, byte[] header, params float[] values)
            {
                writer.Write(name);
                writer.Write(type);
                writer.Write(header);
                foreach (var value in values) writer.Write(value);
            }
            Entry("fc.weight", 6, [2, 2, 1], 1, 1);
            Entry("fc.bias", 6, [1, 2], 2, 2);
            Entry("bn.weight", 6, [1, 2], 3, 3);
            Entry("bn.bias", 6, [1, 2], 4, 4);
            Entry("bn.running_mean", 6, [1, 2], 5, 5);
            Entry("bn.running_var", 6, [1, 2], 6, 6);
            Entry("bn.num_batches_tracked", 4, [0]);
            writer.Write(7L);
        }
        Assert.Equal(System.Convert.ToHexString(expected.ToArray()), System.Convert.ToHexString(Saved(net)));
    }

    [Fact]
    public void LongDimensionsTakeSeveralBytes()
    {
        using var module = nn.Linear(300, 1, hasBias: false);
        Assert.Equal("0106776569676874" + "0602" + "01" + "AC02", System.Convert.ToHexString(Saved(module))[..26]);
    }

    [Fact]
    public void WhatIsSavedIsLoaded()
    {
        using var scope = NewDisposeScope();
        using var from = new Net();
        using var to = new Net();
        var file = Path.GetTempFileName();
        try
        {
            Assert.Same(from, from.save(file));
            var loaded = new Dictionary<string, bool>();
            Assert.Same(to, to.load(file, loadedParameters: loaded));
            Assert.Equal(from.state_dict().Keys, loaded.Keys);
            Assert.All(loaded.Values, Assert.True);
        }
        finally
        {
            File.Delete(file);
        }
        foreach (var (key, value) in from.state_dict()) Assert.Equal(Recorded.ValuesOf(value), Recorded.ValuesOf(to.state_dict()[key]));
        Assert.Equal(Recorded.ValuesOf(from.call(ones(2))), Recorded.ValuesOf(to.call(ones(2))));
        Assert.All(to.parameters(), p => Assert.True(p.requires_grad));
    }

    [Fact]
    public void SkippedEntriesAreNeitherWrittenNorRead()
    {
        using var from = nn.Linear(2, 1);
        using var to = nn.Linear(2, 1);
        var before = Recorded.ValuesOf(to.bias!);
        Assert.Equal(1, Saved(from, ["bias"])[0]);
        to.load(new MemoryStream(Saved(from)), skip: ["bias"]);
        Assert.Equal(before, Recorded.ValuesOf(to.bias!));
        Assert.Equal(Recorded.ValuesOf(from.weight), Recorded.ValuesOf(to.weight));
        to.load(new MemoryStream(Saved(from, ["weight"])), strict: false);
        Assert.Equal(Recorded.ValuesOf(from.bias!), Recorded.ValuesOf(to.bias!));
    }

    [Fact]
    public void StreamsAreClosed()
    {
        using var module = new One();
        var stream = new MemoryStream();
        module.save(stream);
        Assert.False(stream.CanRead);
        var again = new MemoryStream(stream.ToArray());
        module.load(again);
        Assert.False(again.CanRead);
    }

    [Fact]
    public void AFileThatDoesNotFitIsRefused()
    {
        using var module = nn.Linear(2, 1);
        void Refused(nn.Module other, string part)
        {
            var bytes = Saved(other);
            other.Dispose();
            Assert.Contains(part, Assert.Throws<ArgumentException>(() => module.load(new MemoryStream(bytes))).Message);
        }
        Refused(nn.Linear(2, 1, hasBias: false), "Mismatched state_dict sizes: expected 2, but found 1 entries.");
        Refused(nn.Linear(3, 1), "Mismatched tensor shape");
        Refused(nn.Linear(2, 1, dtype: ScalarType.Float64), "Mismatched tensor data types");
        Refused(nn.ModuleList(new One(), new One()).Registered(), "does not have a submodule or buffer named '0.w'");
        Assert.Throws<FileNotFoundException>(() => module.load("/nowhere/at/all"));
        var cut = Saved(module)[..^2];
        Assert.Throws<EndOfStreamException>(() => module.load(new MemoryStream(cut)));
        byte[] nonsense = [2, 6, .. "weight"u8, 99, 1, 1];
        Assert.Throws<ArgumentException>(() => module.load(new MemoryStream(nonsense)));
        byte[] wrapped = [2, 6, .. "weight"u8, 0x86, 2, 1, 1];
        Assert.Throws<ArgumentException>(() => module.load(new MemoryStream(wrapped)));
        byte[] deep = [2, 6, .. "weight"u8, 6, 100, 1];
        Assert.Throws<ArgumentException>(() => module.load(new MemoryStream(deep)));
    }

    [Fact]
    public void StateDictionariesAreCopiedAndChecked()
    {
        using var scope = NewDisposeScope();
        using var from = nn.Linear(2, 1);
        using var to = nn.Linear(2, 1);
        var (missing, unexpected) = to.load_state_dict(from.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Equal(Recorded.ValuesOf(from.weight), Recorded.ValuesOf(to.weight));
        var other = new Dictionary<string, Tensor> { ["weight"] = zeros(1, 2), ["more"] = zeros(1) };
        var error = Assert.Throws<InvalidOperationException>(() => to.load_state_dict(other));
        Assert.Contains("bias", error.Message);
        Assert.Contains("more", error.Message);
        (missing, unexpected) = to.load_state_dict(other, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["more"], unexpected);
        Assert.Equal([0, 0], Recorded.ValuesOf(to.weight));
        Assert.Equal(["top.weight", "top.bias"], from.state_dict(prefix: "top").Keys);
        var target = new Dictionary<string, Tensor>();
        Assert.Same(target, from.state_dict(target));
    }

    [Fact]
    public void TensorsOfEveryTypeAreWrittenAndRead()
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[]
        {
            ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16,
            ScalarType.Float32, ScalarType.Float64, ScalarType.Bool,
        })
        {
            var written = tensor(new double[,] { { 0, 1, 2 }, { 3, 4, 5 } }).to(type);
            var stream = new MemoryStream();
            var writer = new BinaryWriter(stream);
            written.Save(writer);
            written.Save(writer);
            writer.Flush();
            stream.Position = 0;
            var reader = new BinaryReader(stream);
            var read = TensorExtensionMethods.Load(reader);
            Assert.Equal(type, read.dtype);
            Assert.Equal(written.shape, read.shape);
            Assert.Equal(Recorded.ValuesOf(written), Recorded.ValuesOf(read));
            var into = zeros_like(written);
            into.Load(reader);
            Assert.Equal(Recorded.ValuesOf(written), Recorded.ValuesOf(into));
            stream.Position = 0;
            Assert.Null(TensorExtensionMethods.Load(reader, skip: true));
            into.Load(reader, skip: true);
            Assert.Equal(stream.Length, stream.Position);
        }
        var file = Path.GetTempFileName();
        try
        {
            tensor(5L).Save(file);
            Assert.Equal([4, 0, 5, 0, 0, 0, 0, 0, 0, 0], File.ReadAllBytes(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ANonContiguousParameterIsLoadedButNotSaved()
    {
        using var scope = NewDisposeScope();
        using var from = nn.Linear(2, 3, hasBias: false);
        var parameter = nn.Parameter(zeros(2, 3).t());
        using var to = nn.Linear(parameter);
        to.load(new MemoryStream(Saved(from)));
        Assert.Equal(Recorded.ValuesOf(from.weight), Recorded.ValuesOf(to.weight));
        Assert.ThrowsAny<Exception>(() => Saved(to));
    }

    private sealed class One : nn.Module
    {
        private readonly Parameter w = nn.Parameter(tensor(new[] { 1f, 2f }));

        public One() : base("One") => RegisterComponents();

        public override string ToString() => $"{w}";
    }
}

internal static class Registration
{
    /// <summary>A list's elements count once it is part of a module; here it stands for itself.</summary>
    public static nn.Module Registered(this nn.Module list)
    {
        _ = new Parent(list);
        return list;
    }

    private sealed class Parent : nn.Module
    {
        public Parent(nn.Module child) : base("Parent") => register_module("child", child);
    }
}
