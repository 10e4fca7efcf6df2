using System.Text.Json.Nodes;
using Limpid.Cli;

namespace Limpid.Notebooks.Tests.Cli;

/// <summary>A checkout of nothing but what a test puts into it.</summary>
internal sealed class TemporaryCheckout : IDisposable
{
    public TemporaryCheckout()
    {
        string folder = Directory.CreateTempSubdirectory("limpid-cli-").FullName;
        File.WriteAllText(Path.Combine(folder, "Limpid.slnx"), "<Solution />");
        Directory.CreateDirectory(Path.Combine(folder, "notebooks"));
        Workplace = new Workplace(folder);
    }

    public Workplace Workplace { get; }

    public string At(params string[] parts) => Path.Combine([Workplace.Root, .. parts]);

    /// <summary>Writes a notebook of the given cells.</summary>
    public string Notebook(string relative, params JsonObject[] cells)
    {
        string path = At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["language"] = "C#", ["display_name"] = ".NET (C#)" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
        return path;
    }

    public static JsonObject Markdown(string id, string text) =>
        new() { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = text };

    public static JsonObject Code(string id, string source, params JsonObject[] outputs) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = outputs.Length > 0 ? 7 : null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray([.. outputs]),
        ["source"] = source,
    };

    public static JsonObject Shown(params (string Type, JsonNode Content)[] data) => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject(data.Select(pair => KeyValuePair.Create(pair.Type, (JsonNode?)pair.Content))),
    };

    /// <summary>Runs a command line here; gives exit code, output and errors.</summary>
    public async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await LimpidCommand.RunAsync(args, output, error, Workplace);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Workplace.Root, recursive: true);
}
