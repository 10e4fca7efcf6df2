namespace Limpid.Data;

/// <summary>One fetcher at a time for a folder, across threads and processes; the system frees it when a process dies.</summary>
internal static class CacheLock
{
    /// <summary>Waits for the lock and takes it; disposing frees it.</summary>
    public static async Task<IDisposable> TakeAsync(string folder, CancellationToken cancel)
    {
        string path = Path.Combine(folder, ".lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsTaken(e))
            {
                await Task.Delay(100, cancel).ConfigureAwait(false);
            }
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows; EWOULDBLOCK of flock (Linux 11, macOS 35) elsewhere.
    private static bool IsTaken(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult is 11 or 35;
}
