namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>The topics one client wants, as it asked for them: a byte 1 or 0 (want, want no more) and the beginning of the topic.</summary>
internal sealed class Subscriptions
{
    private const int Limit = 1024;

    private readonly Lock _gate = new();
    private readonly List<byte[]> _topics = [];

    public void Apply(byte[] wish)
    {
        var topic = wish[1..];
        lock (_gate)
        {
            if (wish[0] == 1 && _topics.Count < Limit) _topics.Add(topic);
            // The same topic may have been asked for twice; one refusal takes back one wish.
            else if (wish[0] == 0 && _topics.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is >= 0 and var at) _topics.RemoveAt(at);
        }
    }

    public bool Match(byte[] topic)
    {
        lock (_gate) return _topics.Exists(wanted => topic.AsSpan().StartsWith(wanted));
    }
}
