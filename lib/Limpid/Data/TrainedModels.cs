using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp;

namespace Limpid.Data;

/// <summary>
/// Trained weights in a folder with the manifest <c>models.json</c>. Those shipped with the library lie in <c>datasets/models</c>; a notebook's full run writes its own
/// to a folder of its choice. A file is used only if its hash is the manifest's.
/// </summary>
public sealed class TrainedModels
{
    private const string Manifest = "models.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private TrainedModels(string folder, IReadOnlyList<TrainedModel> models) => (Folder, Models) = (folder, models);

    /// <summary>The weights shipped with the library; none if it comes without any.</summary>
    /// <exception cref="TrainedModelException">The manifest is damaged.</exception>
    public static TrainedModels Shipped => Open(Path.Combine(DataCatalog.Default.Folder, "models"));

    /// <summary>The folder of the manifest.</summary>
    public string Folder { get; }

    /// <summary>What the manifest names, in its order.</summary>
    public IReadOnlyList<TrainedModel> Models { get; }

    /// <summary>The model of that name.</summary>
    /// <param name="name">For example <c>capsules-gsr</c>.</param>
    /// <exception cref="TrainedModelException">There is none.</exception>
    public TrainedModel this[string name] => Models.FirstOrDefault(model => model.Name == name) ?? throw new TrainedModelException(
        $"There is no trained model '{name}' in '{Folder}'; there {(Models.Count == 0 ? "are none" : "are " + string.Join(", ", Models.Select(model => model.Name)))}.");

    /// <summary>Reads the manifest of a folder; without one the folder has no models.</summary>
    /// <param name="folder">For example <c>datasets/models</c>.</param>
    /// <exception cref="TrainedModelException">The manifest can't be read, is no such JSON, or names a file in a way that can't be used.</exception>
    public static TrainedModels Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string path = Path.Combine(Path.GetFullPath(folder), Manifest);
        if (!File.Exists(path))
            return new TrainedModels(Path.GetFullPath(folder), []);
        try
        {
            TrainedModel[] models = JsonSerializer.Deserialize<TrainedModel[]>(File.ReadAllBytes(path), Json) ?? throw new JsonException("it holds null");
            if (Array.FindIndex(models, model => model is not { IsPlain: true }) is >= 0 and int bad)
                throw new TrainedModelException($"The manifest '{path}', model {bad} ('{models[bad]?.Name}'): expected plain names, a size and a SHA-256 of 64 lower-case hexadecimal digits.");
            if (models.GroupBy(model => model.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new TrainedModelException($"The manifest '{path}' names the model '{twice.Key}' twice.");
            return new TrainedModels(Path.GetFullPath(folder), models);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            throw new TrainedModelException($"The manifest '{path}' can't be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the manifest names all of these.</summary>
    /// <param name="names">Names of models.</param>
    public bool Has(params IEnumerable<string> names) => names.All(name => Models.Any(model => model.Name == name));

    /// <summary>Puts the trained weights into a module, after the hash of the file was checked.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="name">The model.</param>
    /// <param name="module">A module of the layout it was trained with; its weights are replaced. If an exception is thrown, it may hold some of the new ones.</param>
    /// <returns>The module.</returns>
    /// <exception cref="TrainedModelException">There is no such model, its file is missing or has another content, or it belongs to another module.</exception>
    public T LoadInto<T>(string name, T module)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        TrainedModel model = this[name];
        byte[] bytes = Read(model);
        try
        {
            using var stream = new MemoryStream(bytes);
            module.load(stream);
            return module;
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException)
        {
            throw new TrainedModelException($"The weights of '{name}' do not fit {module.GetName()}: {e.Message}", e);
        }
    }

    /// <summary>Writes a module's weights and enters them in the folder's manifest, in place of a model of the same name.</summary>
    /// <param name="folder">Made if it does not exist.</param>
    /// <param name="module">The trained module.</param>
    /// <param name="model">What to enter; file, size and hash are filled in, and the commit if it is null and the folder lies in a git repository.</param>
    /// <returns>The entry as written.</returns>
    /// <exception cref="TrainedModelException">The name is no plain file name, or the folder's manifest is damaged.</exception>
    public static TrainedModel Save(string folder, torch.nn.Module module, TrainedModel model)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(model);
        using var stream = new MemoryStream();
        module.save(stream);
        byte[] bytes = stream.ToArray();
        TrainedModel entry = model with { File = model.Name + ".dat", Size = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        if (!entry.IsPlain)
            throw new TrainedModelException($"The model's name is '{model.Name}'; expected a plain file name.");
        Directory.CreateDirectory(folder);
        entry = entry with { Commit = entry.Commit ?? CommitOf(folder) };
        Enter(folder, entry, bytes);
        return entry;
    }

    /// <summary>Copies what a notebook trained to another folder, in place of models of the same names there.</summary>
    /// <param name="folder">Made if it does not exist.</param>
    /// <param name="notebook">The notebook's file name without <c>.ipynb</c>.</param>
    /// <param name="mode">The mode of the run that trained them, for example <c>full</c>.</param>
    /// <returns>The models copied; none if the notebook trained none of these in that mode.</returns>
    /// <exception cref="TrainedModelException">A file is missing or damaged, or the other folder's manifest is.</exception>
    public IReadOnlyList<TrainedModel> CopyTo(string folder, string notebook, string mode)
    {
        TrainedModel[] copied = [.. Models.Where(model => model.Notebook == notebook && model.Mode == mode)];
        foreach (TrainedModel model in copied)
            Enter(folder, model, Read(model));
        return copied;
    }

    private static void Enter(string folder, TrainedModel model, byte[] bytes)
    {
        string target = Path.GetFullPath(folder);
        TrainedModel[] models = [.. Open(target).Models.Where(other => other.Name != model.Name).Append(model).OrderBy(each => each.Name, StringComparer.Ordinal)];
        AtomicFile.Write(Path.Combine(target, model.File), bytes);
        AtomicFile.Write(Path.Combine(target, Manifest), [.. JsonSerializer.SerializeToUtf8Bytes(models, Json), (byte)'\n']);
    }

    private static string? CommitOf(string folder)
    {
        try
        {
            return Tool.RunAsync("git", ["rev-parse", "HEAD"], folder, CancellationToken.None).GetAwaiter().GetResult().Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private byte[] Read(TrainedModel model)
    {
        string path = Path.Combine(Folder, model.File);
        try
        {
            return CheckedFile.Read(path, new DataFile(model.File, model.Size, model.Sha256));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DataContentException)
        {
            throw new TrainedModelException($"The weights of '{model.Name}' can't be used: {e.Message}", e);
        }
    }
}
