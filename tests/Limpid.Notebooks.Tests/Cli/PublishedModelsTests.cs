using Limpid.Cli;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Data;
using TorchSharp;
using Xunit;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class PublishedModelsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("limpid-models-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Weights_of_the_notebooks_full_run_are_stored_and_large_ones_refused()
    {
        var workplace = new Workplace(_root);
        var entry = new NotebookEntry("book.ipynb", "paper/book.ipynb");
        Assert.Equal(0, PublishedModels.Store(workplace, entry));
        string trained = Path.Combine(workplace.Artifacts, "models"), stored = Path.Combine(_root, "datasets", "models");
        Save("book-a", "book", "full", 2);
        Save("book-b", "book", "quick", 2);
        Save("other", "other", "full", 800);
        Assert.Equal(1, PublishedModels.Store(workplace, entry));
        Assert.Equal(["book-a"], TrainedModels.Open(stored).Models.Select(model => model.Name));
        Save("book-c", "book", "full", 800);
        Assert.Contains("book-c.dat", Assert.Throws<UserErrorException>(() => PublishedModels.Store(workplace, entry)).Message);
        Assert.Equal(["book-a"], TrainedModels.Open(stored).Models.Select(model => model.Name));

        void Save(string name, string notebook, string mode, int width)
        {
            using var module = torch.nn.Linear(width, width);
            TrainedModels.Save(trained, module, new TrainedModel(name, "", 0, "", notebook, mode, 0, null, ""));
        }
    }
}
