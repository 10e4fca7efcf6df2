using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

public sealed class TrainedModelsTests : IDisposable
{
    private const string Sha = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static TrainedModel About(string name) => new(name, "", 0, "", "book", "full", 3, 0.985, "1 epoch", "abc");

    private static double[] Weights(nn.Module module) => [.. module.parameters().SelectMany(p => p.data<float>().ToArray().Select(x => (double)x))];

    [Fact]
    public void What_is_saved_is_loaded_and_described()
    {
        using var network = nn.Linear(3, 2);
        TrainedModel entry = TrainedModels.Save(_folder.File("models"), network, About("b"));
        TrainedModels.Save(_folder.File("models"), network, About("a"));
        TrainedModels models = TrainedModels.Open(_folder.File("models"));
        Assert.Equal(["a", "b"], models.Models.Select(model => model.Name));
        Assert.Equal(entry, models["b"]);
        Assert.Equal(new FileInfo(Path.Combine(models.Folder, "b.dat")).Length, entry.Size);
        Assert.Equal("b: trained by book (full), seed 3, 98.50 % of test samples right", entry.ToString());
        Assert.True(models.Has("a", "b"));
        Assert.False(models.Has("a", "c"));
        using var other = nn.Linear(3, 2);
        Assert.Same(other, models.LoadInto("b", other));
        Assert.Equal(Weights(network), Weights(other));
    }

    [Fact]
    public void A_model_of_the_same_name_is_replaced()
    {
        using var first = nn.Linear(3, 2);
        using var second = nn.Linear(3, 2);
        TrainedModels.Save(_folder.Path, first, About("a"));
        TrainedModels.Save(_folder.Path, second, About("a") with { Seed = 9 });
        TrainedModels models = TrainedModels.Open(_folder.Path);
        Assert.Equal(9, Assert.Single(models.Models).Seed);
        using var loaded = nn.Linear(3, 2);
        Assert.Equal(Weights(second), Weights(models.LoadInto("a", loaded)));
    }

    [Fact]
    public void A_notebooks_models_are_copied_and_others_stay()
    {
        using var network = nn.Linear(3, 2);
        string from = _folder.File("from"), to = _folder.File("to");
        TrainedModels.Save(from, network, About("a"));
        TrainedModels.Save(from, network, About("c") with { Notebook = "another" });
        TrainedModels.Save(to, network, About("b") with { Notebook = "another" });
        TrainedModels.Save(from, network, About("d") with { Mode = "quick" });
        Assert.Equal(["a"], TrainedModels.Open(from).CopyTo(to, "book", "full").Select(model => model.Name));
        Assert.Equal(["a", "b"], TrainedModels.Open(to).Models.Select(model => model.Name));
        using var loaded = nn.Linear(3, 2);
        Assert.Equal(Weights(network), Weights(TrainedModels.Open(to).LoadInto("a", loaded)));
        Assert.Empty(TrainedModels.Open(from).CopyTo(to, "nobody", "full"));
    }

    [Fact]
    public void A_changed_a_shortened_and_a_missing_file_are_refused()
    {
        using var network = nn.Linear(3, 2);
        TrainedModels.Save(_folder.Path, network, About("a"));
        TrainedModels models = TrainedModels.Open(_folder.Path);
        double[] before = Weights(network);
        byte[] bytes = File.ReadAllBytes(_folder.File("a.dat"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(_folder.File("a.dat"), bytes);
        Assert.Contains("expected", Refused().Message);
        File.WriteAllBytes(_folder.File("a.dat"), bytes[..10]);
        Assert.Contains("10 bytes", Refused().Message);
        File.Delete(_folder.File("a.dat"));
        Assert.Contains("'a' can't be used", Refused().Message);
        Assert.Equal(before, Weights(network));

        TrainedModelException Refused() => Assert.Throws<TrainedModelException>(() => models.LoadInto("a", network));
    }

    [Fact]
    public void Weights_of_another_module_are_refused()
    {
        using var network = nn.Linear(3, 2);
        using var other = nn.Linear(2, 2);
        using var more = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1));
        TrainedModels.Save(_folder.Path, network, About("a"));
        TrainedModels models = TrainedModels.Open(_folder.Path);
        Assert.Contains("'a' do not fit Linear", Assert.Throws<TrainedModelException>(() => models.LoadInto("a", other)).Message);
        Assert.Contains("'a' do not fit Sequential", Assert.Throws<TrainedModelException>(() => models.LoadInto("a", more)).Message);
    }

    [Fact]
    public void A_folder_without_a_manifest_has_no_models()
    {
        TrainedModels none = TrainedModels.Open(_folder.File("nothing"));
        Assert.Empty(none.Models);
        Assert.Contains("no trained model 'a'", Assert.Throws<TrainedModelException>(() => none["a"]).Message);
        using var network = nn.Linear(1, 1);
        Assert.Contains("plain file name", Assert.Throws<TrainedModelException>(() => TrainedModels.Save(_folder.Path, network, About("../a"))).Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("{", "can't be read")]
    [InlineData("null", "holds null")]
    [InlineData("[null]", "plain names")]
    [InlineData("""[{"name":"a"}]""", "can't be read")]
    [InlineData($$"""[{"name":"a","file":"../a","size":1,"sha256":"{{Sha}}","notebook":"b","mode":"full","seed":0,"accuracy":1,"settings":"","commit":null}]""", "plain names")]
    [InlineData("""[{"name":"a","file":"a","size":1,"sha256":"12","notebook":"b","mode":"full","seed":0,"accuracy":1,"settings":"","commit":null}]""", "SHA-256 of 64")]
    [InlineData($$"""[{"name":"a","file":"a","size":-1,"sha256":"{{Sha}}","notebook":"b","mode":"full","seed":0,"accuracy":1,"settings":"","commit":null}]""", "a size")]
    public void A_damaged_manifest_is_refused(string json, string expected)
    {
        File.WriteAllText(_folder.File("models.json"), json);
        Assert.Contains(expected, Assert.Throws<TrainedModelException>(() => TrainedModels.Open(_folder.Path)).Message);
    }

    [Fact]
    public void Every_shipped_model_is_whole_and_small()
    {
        TrainedModels shipped = TrainedModels.Shipped;
        Assert.All(shipped.Models, model =>
        {
            Assert.InRange(model.Size, 1, 2_000_000);
            byte[] bytes = File.ReadAllBytes(Path.Combine(shipped.Folder, model.File));
            Assert.Equal(model.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        });
        Assert.InRange(shipped.Models.Sum(model => model.Size), 0, 15_000_000);
    }
}
