namespace Limpid.Graphs;

/// <summary>For each point the m smallest approximate squared distances so far, as a heap with the largest on top.</summary>
internal sealed class CandidateLists
{
    private readonly int capacity;
    private readonly double[] keys;
    private readonly int[] ids;
    private readonly int[] counts;

    public CandidateLists(int points, int capacity)
    {
        this.capacity = capacity;
        keys = new double[(long)points * capacity];
        ids = new int[(long)points * capacity];
        counts = new int[points];
        Thresholds = new double[points];
        Array.Fill(Thresholds, double.PositiveInfinity);
    }

    /// <summary>What a distance must be below to enter: infinity until the list is full.</summary>
    public double[] Thresholds { get; }

    public ReadOnlySpan<int> Candidates(int point) => ids.AsSpan(point * capacity, counts[point]);

    /// <summary>Takes a candidate that is below the threshold.</summary>
    public void Add(int point, double key, int id)
    {
        var own = keys.AsSpan(point * capacity, capacity);
        var ownIds = ids.AsSpan(point * capacity, capacity);
        if (counts[point] < capacity) Rise(own, ownIds, counts[point]++, key, id);
        else Sink(own, ownIds, key, id);
        if (counts[point] == capacity) Thresholds[point] = own[0];
    }

    private static void Rise(Span<double> keys, Span<int> ids, int at, double key, int id)
    {
        while (at > 0 && keys[(at - 1) / 2] < key)
        {
            (keys[at], ids[at]) = (keys[(at - 1) / 2], ids[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        (keys[at], ids[at]) = (key, id);
    }

    private static void Sink(Span<double> keys, Span<int> ids, double key, int id)
    {
        var at = 0;
        while (2 * at + 1 < keys.Length)
        {
            var child = 2 * at + 1;
            if (child + 1 < keys.Length && keys[child + 1] > keys[child]) child++;
            if (keys[child] <= key) break;
            (keys[at], ids[at]) = (keys[child], ids[child]);
            at = child;
        }
        (keys[at], ids[at]) = (key, id);
    }
}
