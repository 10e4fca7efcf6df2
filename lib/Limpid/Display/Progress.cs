namespace Limpid.Display;

/// <summary>
/// Shows how far a loop is: one bar with rate and remaining time, at most ten times a second, in a notebook or a terminal; elsewhere a line at
/// the start and one at the end. What stays is one line of text. A bar begun inside the loop of another is a row of that one while it runs.
/// </summary>
public static class Progress
{
    /// <summary>The same items in the same order, and a bar for as long as they are gone through.</summary>
    /// <param name="items">The items; taken one by one, as they are asked for. Without any, nothing is shown.</param>
    /// <param name="title">What the loop does, for example <c>training</c>.</param>
    /// <param name="count">How many there will be; by default what <paramref name="items"/> can tell without being gone through.</param>
    /// <returns>The items. Leaving the loop early, by <c>break</c> or an exception, ends the bar as stopped.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IEnumerable<T> Track<T>(IEnumerable<T> items, string title, long? count = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Check(title, count, nameof(count));
        return ProgressSetting.Real.Track(items, title, count ?? (items.TryGetNonEnumeratedCount(out int known) ? known : null));
    }

    /// <summary>The same items in the same order, as they come, and a bar for as long as they are gone through.</summary>
    /// <param name="items">The items. Without any, nothing is shown.</param>
    /// <param name="title">What the loop does, for example <c>downloading</c>.</param>
    /// <param name="count">How many there will be, if that is known.</param>
    /// <returns>The items. Leaving the loop early, by <c>break</c> or an exception, ends the bar as stopped.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IAsyncEnumerable<T> Track<T>(IAsyncEnumerable<T> items, string title, long? count = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Check(title, count, nameof(count));
        return ProgressSetting.Real.TrackAsync(items, title, count);
    }

    /// <summary>A bar to be moved by hand.</summary>
    /// <param name="title">What is done, for example <c>training</c>.</param>
    /// <param name="total">How many steps there will be, if that is known.</param>
    /// <returns>The bar, shown at once; it ends when it is disposed.</returns>
    /// <exception cref="ArgumentException"><paramref name="title"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    public static ProgressBar Start(string title, long? total = null)
    {
        Check(title, total, nameof(total));
        return new ProgressBar(title, total, TimeProvider.System.GetTimestamp(), ProgressSetting.Real);
    }

    private static void Check(string title, long? count, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (count is < 0)
            throw new ArgumentOutOfRangeException(name, count, "expected 0 or more, or null where it is not known");
    }
}
