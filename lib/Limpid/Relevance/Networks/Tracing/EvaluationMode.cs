using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>Puts a model into evaluation mode and each of its modules back as it was at the end.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly (nn.Module Module, bool Training)[] before;

    internal EvaluationMode(nn.Module model)
    {
        before = [.. model.modules().Prepend(model).Distinct().Select(module => (module, module.training))];
        model.eval();
    }

    // train() reaches the parts too, so the whole comes first and each part has the last word on itself.
    public void Dispose()
    {
        foreach (var (module, training) in before) module.train(training);
    }
}
