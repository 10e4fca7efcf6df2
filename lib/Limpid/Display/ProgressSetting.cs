using System.Runtime.CompilerServices;

namespace Limpid.Display;

/// <summary>What bars tell time by, what holds them back, and where they show.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Throttle">Shared by all bars, so that many short ones are no flood either.</param>
/// <param name="Door">Finds where a bar shows, when it begins.</param>
internal sealed record ProgressSetting(TimeProvider Clock, Throttle Throttle, Func<IProgressDoor> Door)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static readonly ProgressSetting Real = new(TimeProvider.System, new Throttle(TimeProvider.System, Interval), ProgressDoors.Here);

    /// <summary>A bar for as long as the items are gone through; it counts an item when the next one is asked for.</summary>
    public IEnumerable<T> Track<T>(IEnumerable<T> items, string title, long? count)
    {
        long began = Clock.GetTimestamp();
        ProgressBar? bar = count > 0 ? new ProgressBar(title, count, began, this) : null;
        try
        {
            foreach (T item in items)
            {
                bar ??= new ProgressBar(title, count, began, this);
                yield return item;
                bar.Advance();
            }
            bar?.Complete();
        }
        finally
        {
            bar?.Dispose();
        }
    }

    /// <summary>A bar for as long as the items are gone through; it counts an item when the next one is asked for.</summary>
    public async IAsyncEnumerable<T> TrackAsync<T>(IAsyncEnumerable<T> items, string title, long? count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        long began = Clock.GetTimestamp();
        ProgressBar? bar = count > 0 ? new ProgressBar(title, count, began, this) : null;
        try
        {
            await foreach (T item in items.WithCancellation(cancellation).ConfigureAwait(false))
            {
                bar ??= new ProgressBar(title, count, began, this);
                yield return item;
                bar.Advance();
            }
            bar?.Complete();
        }
        finally
        {
            bar?.Dispose();
        }
    }
}
