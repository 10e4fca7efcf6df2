namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>
/// Messages that wait for a peer to take them. A cell that prints faster than a client reads has to wait; a client that takes nothing for a
/// while is given up, because one sleeping window must not stop the others.
/// </summary>
internal sealed class Outbox(long limit, TimeSpan patience)
{
    private readonly object _gate = new();
    private readonly Queue<byte[]> _waiting = new();
    private long _bytes;
    private long _taken;
    private bool _delivering;
    private bool _closed;

    /// <summary>Whether everything was taken and, since the taker came back, delivered.</summary>
    public bool IsEmpty
    {
        get { lock (_gate) return _waiting.Count == 0 && !_delivering; }
    }

    /// <summary>Puts a message in, whole or not at all; waits for room if there is none.</summary>
    /// <returns>False if the outbox is closed, or was given up because nothing was taken for as long as the patience lasts.</returns>
    public bool Add(byte[] message)
    {
        lock (_gate)
        {
            while (!_closed && _bytes > limit)
            {
                var taken = _taken;
                if (!Monitor.Wait(_gate, patience) && taken == _taken) Close();
            }
            if (_closed) return false;
            _waiting.Enqueue(message);
            _bytes += message.Length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>The next message, waiting for one; null when closed.</summary>
    public byte[]? Take()
    {
        lock (_gate)
        {
            _delivering = false;
            while (!_closed && _waiting.Count == 0) Monitor.Wait(_gate);
            if (_closed) return null;
            _delivering = true;
            var message = _waiting.Dequeue();
            _bytes -= message.Length;
            _taken++;
            Monitor.PulseAll(_gate);
            return message;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            (_closed, _delivering, _bytes) = (true, false, 0);
            _waiting.Clear();
            Monitor.PulseAll(_gate);
        }
    }
}
