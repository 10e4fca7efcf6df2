using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Copies of all parameters and buffers of a model, put back on dispose: bit for bit, in the tensors that the model has.</summary>
internal sealed class SavedState : IDisposable
{
    private readonly (Tensor Live, Tensor Copy)[] tensors;

    internal SavedState(nn.Module model)
    {
        using var still = no_grad();
        tensors = [.. model.state_dict().Values.Select(live => (live, live.detach().clone().DetachFromDisposeScope()))];
    }

    public void Dispose()
    {
        using var still = no_grad();
        foreach (var (live, copy) in tensors)
        {
            live.copy_(copy);
            copy.Dispose();
        }
    }
}
