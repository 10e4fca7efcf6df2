using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Keeps what a cell produced.</summary>
internal sealed class OutputList : ICellSink
{
    public List<CellOutput> Items { get; } = [];

    public string Stdout => Text("stdout");

    public string Stderr => Text("stderr");

    public MimeBundle Result => Assert.Single(Items.OfType<ResultOutput>()).Data;

    public ErrorOutput Error => Assert.Single(Items.OfType<ErrorOutput>());

    public void Write(CellOutput output) => Items.Add(output);

    private string Text(string stream) => string.Concat(Items.OfType<StreamOutput>().Where(item => item.Name == stream).Select(item => item.Text));
}
