using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Safetensors;

/// <summary>
/// A file of tensors in the safetensors format, in which most weights of PyTorch models are given out. Reading it runs no code. Tensors of float64, float32,
/// float16, bfloat16 and int64 are read.
/// </summary>
/// <remarks>Opening reads and checks the header only; each tensor is read from the file when asked for. Source: huggingface.co/docs/safetensors.</remarks>
public sealed class SafetensorsFile
{
    private readonly string _path;
    private readonly ImmutableDictionary<string, SafetensorsEntry> _byName;

    private SafetensorsFile(string path, ImmutableArray<SafetensorsEntry> entries, ImmutableDictionary<string, string> metadata)
    {
        (_path, Entries, Metadata) = (path, entries, metadata);
        _byName = entries.ToImmutableDictionary(entry => entry.Name);
    }

    /// <summary>The tensors, in the order of the header.</summary>
    public ImmutableArray<SafetensorsEntry> Entries { get; }

    /// <summary>What the file says about itself; often nothing.</summary>
    public ImmutableDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">For example <c>vgg16.safetensors</c>.</param>
    /// <exception cref="DataFormatException">It is no such file, is damaged, or holds tensors of another type.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream file = File.OpenRead(path);
        (ImmutableArray<SafetensorsEntry> entries, ImmutableDictionary<string, string> metadata) = SafetensorsHeader.Read(file);
        return new SafetensorsFile(path, entries, metadata);
    }

    /// <summary>Reads one tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    /// <exception cref="DataFormatException">The file has become shorter, or the tensor is larger than 2 GiB.</exception>
    public Tensor Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_byName.TryGetValue(name, out SafetensorsEntry? entry))
            throw new ArgumentException($"The file '{_path}' has no tensor '{name}'.", nameof(name));
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Safetensors files are little-endian; this processor isn't.");
        if (entry.Length > int.MaxValue)
            throw SafetensorsHeader.Fault($"the tensor '{name}' has {entry.Length} bytes, expected below 2 GiB");
        Tensor tensor = empty([.. entry.Shape], dtype: entry.Type);
        try
        {
            using FileStream file = File.OpenRead(_path);
            file.Position = entry.Start;
            file.ReadExactly(tensor.bytes);
            return tensor;
        }
        catch (EndOfStreamException)
        {
            tensor.Dispose();
            throw SafetensorsHeader.Fault($"the file ends within the tensor '{name}'");
        }
    }

    /// <summary>Puts the file's tensors into a module's parameters and buffers, converted to their types. What one of the two lacks is reported, not refused.</summary>
    /// <param name="module">The module; its values are replaced. Nothing is changed if a shape doesn't fit.</param>
    /// <param name="nameInFile">From a name in the module to the name in the file, or null for one that is not to be loaded; by default the same.</param>
    /// <returns>What was loaded and what was not.</returns>
    /// <exception cref="DataFormatException">A tensor has another shape than the module's.</exception>
    public WeightReport LoadInto(nn.Module module, Func<string, string?>? nameInFile = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        nameInFile ??= name => name;
        (string Name, Tensor Target, string? Source)[] wanted = [.. module.state_dict().Select(pair => (pair.Key, pair.Value, nameInFile(pair.Key)))];
        (string Name, Tensor Target, string? Source)[] found = [.. wanted.Where(item => item.Source is { } source && _byName.ContainsKey(source))];
        foreach ((string name, Tensor target, string? source) in found)
            if (!_byName[source!].Shape.SequenceEqual(target.shape))
                throw SafetensorsHeader.Fault($"the tensor '{source}' is [{string.Join(", ", _byName[source!].Shape)}], '{name}' of the module is [{string.Join(", ", target.shape)}]");
        using (no_grad())
            foreach ((_, Tensor target, string? source) in found)
            {
                using Tensor value = Read(source!);
                target.copy_(value);
            }
        return new WeightReport(
            [.. found.Select(item => item.Name)], [.. wanted.Where(item => !found.Contains(item)).Select(item => item.Name)],
            [.. Entries.Select(entry => entry.Name).Except(found.Select(item => item.Source!))]);
    }
}
