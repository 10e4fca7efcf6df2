using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Limpid.Cli;

/// <summary>JSON files as this program writes them: indented, one newline at the end, replaced in one step.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How claims are read and written, as notebooks show them.</summary>
    public static readonly JsonSerializerOptions Claims = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The word that stands for a value in such a file.</summary>
    /// <param name="value">A value of an enumeration.</param>
    public static string Word<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToElement(value, Claims).GetString()!;

    /// <summary>Writes a file; it is the old one or the new one at every moment.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="content">What it shall hold.</param>
    public static void Write(string path, JsonNode content) => WriteText(path, content.ToJsonString(Options) + "\n");

    /// <summary>Writes an object whose lists hold one item a line: short enough to read, and a change is a line.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="content">What it shall hold.</param>
    public static void WriteLines(string path, JsonObject content) =>
        WriteText(path, "{\n" + string.Join(",\n", content.Select(pair => $"  {Compact(JsonValue.Create(pair.Key))}: {Lines(pair.Value)}")) + "\n}\n");

    private static string Lines(JsonNode? value) =>
        value is JsonArray { Count: > 0 } list ? "[\n" + string.Join(",\n", list.Select(item => "    " + Compact(item))) + "\n  ]" : Compact(value);

    private static string Compact(JsonNode? value) => value?.ToJsonString(OneLine) ?? "null";

    /// <summary>Writes a text file in one step.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="text">What it shall hold.</param>
    public static void WriteText(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string beside = $"{path}.{Environment.ProcessId}.new";
        try
        {
            using (FileStream file = File.Create(beside))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Reads an object, or null if there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">It holds something else.</exception>
    public static JsonObject? ReadObject(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject ?? throw new JsonException("it is no object");
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{path} is damaged ({e.Message.ReplaceLineEndings(" ")}); restore it with git or delete it.", e);
        }
    }
}
