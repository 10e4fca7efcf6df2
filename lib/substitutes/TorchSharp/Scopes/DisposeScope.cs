using static TorchSharp.torch;

namespace TorchSharp;

public sealed class DisposeScope : IDisposable
{
    // A tensor knows its slot, so that leaving costs nothing; an emptied slot holds null until the scope ends.
    private readonly List<IDisposable?> slots = [];
    private readonly DisposeScope? outer;
    private readonly DisposeScopeManager manager;
    private int count;
    private bool sweeping;

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        outer = manager.Current;
    }

    public int DisposablesCount => count;

    public IReadOnlyList<IDisposable> DisposablesView => [.. slots.OfType<IDisposable>()];

    public bool Contains(IDisposable disposable) => SlotOf(disposable) >= 0;

    public void Attach(IDisposable disposable) => Attach([disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = disposables.ToList();
        foreach (var disposable in attached) Put(this, disposable);
        return attached;
    }

    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(null, first, second);

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(null, first, second, third);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(outer, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(outer, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(outer, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(outer, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(scope, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Move(scope, disposable);
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        sweeping = true;
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i] is not { } disposable || keep.Contains(disposable)) continue;
            disposable.Dispose();
            if (slots[i] is not null) Leave(i, disposable);
        }
        sweeping = false;
        Compact();
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        var slot = SlotOf(disposable);
        if (slot < 0) return;
        Leave(slot, disposable);
        if (disposable is Tensor) manager.Tensors.DisposedInScopeCount++;
    }

    public void Dispose()
    {
        DisposeEverything();
        manager.Leave(this);
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            tensor.OwningDisposeScope = this;
            tensor.ScopeSlot = slots.Count;
        }
        slots.Add(disposable);
        count++;
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        if (scope != this && Contains(disposable)) Put(scope, disposable);
    }

    private void Put(DisposeScope? scope, IDisposable disposable)
    {
        var owner = disposable is Tensor { OwningDisposeScope: { } own } ? own : Contains(disposable) ? this : null;
        if (owner == scope) return;
        owner?.Leave(owner.SlotOf(disposable), disposable);
        scope?.Add(disposable);
        if (disposable is not Tensor) return;
        if (scope is null) manager.Tensors.DetachedFromScopeCount++;
        else if (owner is null) manager.Tensors.AttachedToScopeCount++;
    }

    private void Leave(int slot, IDisposable disposable)
    {
        slots[slot] = null;
        count--;
        if (disposable is Tensor tensor) tensor.OwningDisposeScope = null;
        // Long-lived scopes (a training loop inside) must not grow by their empty slots.
        if (slots.Count > 64 && count < slots.Count / 4) Compact();
    }

    private int SlotOf(IDisposable disposable) => disposable is Tensor tensor
        ? tensor.OwningDisposeScope == this ? tensor.ScopeSlot : -1
        : slots.FindIndex(other => ReferenceEquals(other, disposable));

    private void Compact()
    {
        if (sweeping) return;
        var live = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i] is not { } disposable) continue;
            if (disposable is Tensor tensor) tensor.ScopeSlot = live;
            slots[live++] = disposable;
        }
        slots.RemoveRange(live, slots.Count - live);
    }
}
