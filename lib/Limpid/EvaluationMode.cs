using static TorchSharp.torch;

namespace Limpid;

/// <summary>Puts a model into evaluation mode and gives every module its own mode back on dispose.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly (nn.Module Module, bool Training)[] modes;

    internal EvaluationMode(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        // Parents come before their children; setting a mode reaches all below, so the children's own follow.
        modes = [(model, model.training), .. model.named_modules().Select(named => (named.Item2, named.Item2.training))];
        if (modes.Any(mode => mode.Training)) model.eval();
    }

    public void Dispose()
    {
        if (modes.All(mode => mode.Module.training == mode.Training)) return;
        foreach (var (module, training) in modes) module.train(training);
    }
}
