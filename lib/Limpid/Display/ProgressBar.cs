namespace Limpid.Display;

/// <summary>
/// A bar that is shown while something runs. When it is disposed it becomes one line of text: how much was done, in what time; or that it
/// stopped before its end. All members may be called from any thread; after the end they do nothing.
/// </summary>
public sealed class ProgressBar : IDisposable
{
    // Bars are few and messages rare: one gate for all of them keeps rows and parents consistent.
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<ProgressBar?> Innermost = new();

    private readonly ProgressSetting _setting;
    private readonly long _began;
    private readonly string _title;
    private readonly long? _total;
    private readonly ProgressBar? _parent;
    private readonly IProgressDoor? _door;
    private readonly List<ProgressBar> _rows = [];
    private long _done;
    private bool _complete;
    private bool _ended;

    internal ProgressBar(string title, long? total, long began, ProgressSetting setting)
    {
        (_title, _total, _began, _setting) = (ProgressState.Clean(title), total, began, setting);
        lock (Gate)
        {
            _parent = Innermost.Value;
            while (_parent is { _ended: true })
                _parent = _parent._parent;
            _parent?._rows.Add(this);
            _door = _parent is null ? setting.Door() : null;
            Innermost.Value = this;
            Show();
        }
    }

    /// <summary>How many steps are done.</summary>
    public long Done
    {
        get
        {
            lock (Gate)
                return _done;
        }
    }

    /// <summary>Some steps more are done.</summary>
    /// <param name="steps">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
    public void Advance(long steps = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        lock (Gate)
            Set(_done + steps);
    }

    /// <summary>So many steps are done.</summary>
    /// <param name="done">How many in all, from the beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="done"/> is negative.</exception>
    public void Report(long done)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        lock (Gate)
            Set(done);
    }

    /// <summary>
    /// All is done, whatever the count says. A bar that reaches its total needs no such call; one without a total does, or it ends as stopped.
    /// </summary>
    public void Complete()
    {
        lock (Gate)
            _complete = true;
    }

    /// <summary>Ends the bar and leaves its line. A bar inside another leaves none.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (_ended)
                return;
            _ended = true;
            if (Innermost.Value == this)
                Innermost.Value = _parent;
            _parent?._rows.Remove(this);
            _parent?.Show();
            _door?.End(State().Last(stopped: !_complete && (_total is null || _done < _total)));
        }
    }

    private void Set(long done)
    {
        if (_ended)
            return;
        _done = done;
        Show();
    }

    private void Show()
    {
        if (_ended)
            return;
        if (_parent is not null)
            _parent.Show();
        else if (_setting.Throttle.Pass())
            _door!.Show([.. States()]);
    }

    private IEnumerable<ProgressState> States() => _rows.SelectMany(row => row.States()).Prepend(State());

    private ProgressState State() => new(_title, _done, _total, _setting.Clock.GetElapsedTime(_began));
}
