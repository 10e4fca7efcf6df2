namespace TorchSharp;

/// <summary>
/// The garbage collector sees a small object where a tensor holds megabytes. This counts the live native bytes of all handles and
/// collects when they passed a limit, which then doubles what stayed alive: a program that disposes never reaches it.
/// </summary>
internal static class NativeMemory
{
    private const long UnitBytes = 64;
    private const long BaseUnits = 8; // a tensor's own objects, beside its data
    private const long SmallestLimit = (256L << 20) / UnitBytes;

    private static long liveUnits;
    private static long limit = SmallestLimit;
    private static long liveHandles;
    private static long peakHandles;
    private static int collecting;

    internal static long LiveHandles => Volatile.Read(ref liveHandles);

    internal static long PeakHandles => Volatile.Read(ref peakHandles);

    internal static void Add(int units)
    {
        var handles = Interlocked.Increment(ref liveHandles);
        if (handles > Volatile.Read(ref peakHandles)) Volatile.Write(ref peakHandles, handles);
        if (Interlocked.Add(ref liveUnits, units + BaseUnits) > Volatile.Read(ref limit)) Collect();
    }

    internal static void Remove(int units)
    {
        Interlocked.Decrement(ref liveHandles);
        Interlocked.Add(ref liveUnits, -(units + BaseUnits));
    }

    private static void Collect()
    {
        if (Interlocked.Exchange(ref collecting, 1) != 0) return;
        try
        {
            GC.Collect();
            // Without the wait one thread can allocate faster than the finalizer frees.
            GC.WaitForPendingFinalizers();
            Volatile.Write(ref limit, Math.Max(SmallestLimit, 2 * Volatile.Read(ref liveUnits)));
        }
        finally
        {
            Volatile.Write(ref collecting, 0);
        }
    }
}
