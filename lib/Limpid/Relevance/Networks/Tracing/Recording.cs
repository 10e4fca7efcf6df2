using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>Hooks on the modules that Limpid can read, while it lives; parts of a module that was read as a whole have none.</summary>
internal sealed class Recording : IDisposable
{
    private readonly List<Action> removals = [];
    private readonly List<RecordedCall> calls = [];
    private readonly Stack<Tensor> open = new();

    internal Recording(nn.Module<Tensor, Tensor> model) => Hook("", model);

    internal IReadOnlyList<RecordedCall> Calls => calls;

    public void Dispose()
    {
        foreach (var remove in removals) remove();
    }

    private void Hook(string name, nn.Module module)
    {
        if (module is nn.Module<Tensor, Tensor> layer && (module is INetworkBlock || ModuleReading.Read(module) is not null))
        {
            removals.Add(layer.register_forward_pre_hook((_, input) =>
            {
                open.Push(input.clone());
                return null!;
            }).remove);
            removals.Add(layer.register_forward_hook((_, _, output) =>
            {
                calls.Add(new(name, module, open.Pop(), output.clone()));
                return null!;
            }).remove);
            return;
        }
        foreach (var (part, child) in module.named_children()) Hook(NetworkBuilder.Path(name, part), child);
    }
}
