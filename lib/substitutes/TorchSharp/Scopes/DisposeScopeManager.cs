using static TorchSharp.torch;

namespace TorchSharp;

public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? ofThread;

    private readonly List<DisposeScope> stack = [];

    public static ThreadDisposeScopeStatistics Statistics => OfThread.statistics;

    internal static DisposeScopeManager OfThread => ofThread ??= new DisposeScopeManager();

    private readonly ThreadDisposeScopeStatistics statistics = new();

    internal LifetimeStatistics Tensors => statistics.TensorStatistics;

    internal DisposeScope? Current { get; private set; }

    internal DisposeScope Enter()
    {
        var scope = new DisposeScope(this);
        stack.Add(scope);
        return Current = scope;
    }

    internal void Leave(DisposeScope scope)
    {
        stack.Remove(scope);
        Current = stack.Count > 0 ? stack[^1] : null;
    }

    internal void Register(Tensor tensor)
    {
        if (Current is { } scope)
        {
            Tensors.CreatedInScopeCount++;
            scope.Add(tensor);
        }
        else
        {
            Tensors.CreatedOutsideScopeCount++;
        }
    }
}
