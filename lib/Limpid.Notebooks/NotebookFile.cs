using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Files;

namespace Limpid.Notebooks;

/// <summary>
/// A notebook in nbformat 4. Everything that is not set through this class stays as it was, byte for byte: keys it does not know, order,
/// indentation, escapes, numbers of any length. Loading runs nothing.
/// </summary>
public sealed class NotebookFile
{
    // Root, cells, cell, metadata: what lies deeper is never taken apart.
    private const int Depth = 4;

    private readonly byte[] _text;
    private readonly JsonSpan _root;
    private readonly List<NotebookCell> _cells = [];
    private readonly Dictionary<string, JsonNode?> _metadataChanges = [];

    private NotebookFile(byte[] text)
    {
        _text = text;
        try { _root = JsonSpan.Parse(text, Depth); }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new NotebookFormatException($"it is not valid JSON ({FirstSentence(e.Message)})", e);
        }
        if (_root.Kind != JsonTokenType.StartObject) throw new NotebookFormatException("it is JSON, but no notebook");
        var major = Integer("nbformat") ?? throw new NotebookFormatException("it is JSON, but no notebook: it has no nbformat");
        if (major != 4) throw new NotebookFormatException($"it is in nbformat {major}; expected 4 (Jupyter saves it so)");
        if (_root["cells"] is not { Kind: JsonTokenType.StartArray } cells) throw new NotebookFormatException("it has no list of cells");
        foreach (var cell in cells.Items)
        {
            if (cell.Kind != JsonTokenType.StartObject) throw new NotebookFormatException($"cell {_cells.Count + 1} is no object");
            _cells.Add(new NotebookCell(cell, _cells.Count + 1));
        }
    }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>A copy of the notebook's metadata.</summary>
    public JsonObject Metadata
    {
        get
        {
            var metadata = _root["metadata"]?.ToNode() as JsonObject ?? [];
            foreach (var (name, value) in _metadataChanges) metadata[name] = value?.DeepClone();
            return metadata;
        }
    }

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="NotebookFormatException">It is no notebook in nbformat 4.</exception>
    public static NotebookFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no notebook {path}", path);
        try { return new NotebookFile(File.ReadAllBytes(path)); }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException($"{path} can't be used: {e.Message}", e);
        }
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <exception cref="NotebookFormatException">It is no notebook in nbformat 4.</exception>
    public static NotebookFile Parse(ReadOnlySpan<byte> text) => new(text.ToArray());

    /// <summary>The notebook's text in UTF-8.</summary>
    public byte[] ToBytes()
    {
        var patch = new JsonPatch(_text);
        var before = (NotebookCell?)null;
        foreach (var cell in _cells)
        {
            if (cell.Span is null) patch.InsertAfter(before!.Span!, cell.ToJson());
            else cell.AddTo(patch);
            if (cell.Span is not null) before = cell;
        }
        if (_root["metadata"] is { Kind: JsonTokenType.StartObject } metadata) patch.Set(metadata, _metadataChanges);
        else if (_metadataChanges.Count > 0) patch.Set(_root, new Dictionary<string, JsonNode?> { ["metadata"] = Metadata });
        return patch.Apply();
    }

    /// <summary>
    /// Writes the notebook in one step: a temporary file in the same folder, flushed to the disk, then renamed. The file is the old one or the
    /// new one at every moment.
    /// </summary>
    /// <param name="path">The file to write or replace.</param>
    /// <exception cref="IOException">It can't be written; what was there is intact.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        AtomicFile.Write(path, ToBytes());
    }

    /// <summary>Sets one entry of the notebook's metadata.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, copied.</param>
    public void SetMetadata(string name, JsonNode? value) => _metadataChanges[name] = value?.DeepClone();

    /// <summary>Adds a code cell.</summary>
    /// <param name="after">The cell it follows.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tags">Its tags.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is no cell of this notebook.</exception>
    public NotebookCell InsertCode(NotebookCell after, string source, params string[] tags)
    {
        var index = _cells.IndexOf(after);
        if (index < 0) throw new ArgumentException("the cell is not in this notebook", nameof(after));
        var cell = new JsonObject { ["cell_type"] = "code", ["execution_count"] = null };
        if (Integer("nbformat_minor") >= 5) cell["id"] = NewId();
        cell["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) };
        cell["outputs"] = new JsonArray();
        cell["source"] = NotebookCell.Lines(source);
        var created = new NotebookCell(cell);
        _cells.Insert(index + 1, created);
        return created;
    }

    /// <summary>Checks that the notebook says it is C# for this host or the genuine kernel.</summary>
    /// <exception cref="NotebookFormatException">It names another kernel or language, or none.</exception>
    public void RequireCSharp()
    {
        var (kernel, info) = (Metadata["kernelspec"] as JsonObject, Metadata["language_info"] as JsonObject);
        var name = kernel?["name"]?.ToString() ?? "";
        var language = kernel?["language"]?.ToString() ?? info?["name"]?.ToString() ?? "";
        if (kernel is null && info is null)
            throw new NotebookFormatException("it names no kernel; a C# notebook has the kernelspec .net-csharp with language C#");
        if (name.Length > 0 && !name.StartsWith(".net-", StringComparison.Ordinal))
            throw new NotebookFormatException($"it is for the kernel '{name}'; this host runs C# notebooks (.net-csharp)");
        if (language.Length > 0 && language.ToLowerInvariant() is not ("c#" or "csharp" or "polyglot-notebook"))
            throw new NotebookFormatException($"its language is '{language}'; this host runs C#");
    }

    private int? Integer(string name) => _root[name]?.ToNode() is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>An id no cell has yet; derived from the count, so that equal runs write equal files.</summary>
    private string NewId()
    {
        var used = _cells.Select(cell => cell.Id).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => $"injected-{n}").First(id => !used.Contains(id));
    }

    private static string FirstSentence(string message) => message.Split(". ")[0].ReplaceLineEndings(" ").TrimEnd('.');
}
