using Limpid.Data;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using Limpid.Tests.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Genomics;

[Collection(ProcessCollection.Name)]
public sealed class StoredNetworkTests
{
    [Fact]
    public void WhatIsKeptComesBack()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TempFolder();
        var stored = new StoredNetwork("book", "task", new Seed(3), RunMode.Quick, folder.Path);
        Assert.False(stored.Exists);
        manual_seed(1);
        var network = nn.Sequential(nn.Linear(3, 2));
        TrainedModel entry = stored.Keep(network, 0.5, "how");
        Assert.Equal(("book-task-quick", "book", "quick", 3L, 0.5), (entry.Name, entry.Notebook, entry.Mode, entry.Seed, entry.Accuracy));
        Assert.True(stored.Exists);
        Assert.False((stored with { Seed = new Seed(4) }).Exists);
        var other = stored.LoadInto(nn.Sequential(nn.Linear(3, 2)));
        Assert.False(other.training);
        Assert.True(other.call(ones(1, 3)).equal(network.call(ones(1, 3))).all().item<bool>());
        Assert.Throws<InvalidOperationException>(() => new StoredNetwork("book", "task", new Seed(3)).Keep(network, 0, ""));
        Assert.Throws<TrainedModelException>(() => new StoredNetwork("book", "none", new Seed(3)).Describe());
    }
}
