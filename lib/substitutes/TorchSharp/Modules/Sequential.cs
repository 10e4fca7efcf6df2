using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> layers = [];
    private readonly List<string> names = [];

    internal Sequential() : base(nameof(Sequential)) => ComponentsAreComplete();

    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this() => Add(modules);

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this() => Add(modules);

    public int Count => layers.Count;

    public nn.IModule<Tensor, Tensor> this[int index] => layers[index];

    // The part shares its layers and their names with the whole.
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            var part = new Sequential();
            for (var i = start; i < start + length; i++) part.Add(names[i], layers[i]);
            return part;
        }
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        Add(name, module);
        return this;
    }

    // Each intermediate output is disposed as soon as the next layer has used it, as in the genuine package; so a layer that returns
    // its own input loses it, even the caller's where that layer is the first of several.
    public override Tensor forward(Tensor tensor)
    {
        if (layers.Count == 0) return tensor.alias();
        var result = layers[0].call(tensor);
        for (var i = 1; i < layers.Count; i++)
        {
            var next = layers[i].call(result);
            result.Dispose();
            result = next;
        }
        return result;
    }

    internal Sequential Add(IEnumerable<nn.Module<Tensor, Tensor>> modules)
    {
        foreach (var module in modules) append(module);
        return this;
    }

    internal Sequential Add(IEnumerable<(string, nn.Module<Tensor, Tensor>)> modules)
    {
        foreach (var (name, module) in modules) append(name, module);
        return this;
    }

    private void Add(string name, nn.IModule<Tensor, Tensor> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer is not nn.Module module) throw new ArgumentException($"A layer must be a torch.nn.Module; {layer.GetType()} is not.", nameof(layer));
        AddChild(name, module);
        layers.Add(layer);
        names.Add(name);
    }
}
