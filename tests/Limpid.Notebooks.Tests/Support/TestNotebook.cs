using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Files;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Notebooks as Jupyter writes them.</summary>
internal static class TestNotebook
{
    public static byte[] Of(params TestCell[] cells) => Encoding.UTF8.GetBytes(JsonPrinter.Print(new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"cell-{i + 1}",
            ["metadata"] = cell.Tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)tag)]) },
            ["outputs"] = new JsonArray(),
            ["source"] = NotebookCell.Lines(cell.Source),
        })]),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject { ["name"] = "C#" },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }, "", " ") + "\n");
}
