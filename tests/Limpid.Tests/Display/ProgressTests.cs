using System.Globalization;
using Limpid.Display;
using Xunit;

namespace Limpid.Tests.Display;

public sealed class ProgressTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _shown = [];
    private readonly ProgressSetting _setting;

    public ProgressTests() => _setting = new ProgressSetting(_clock, new Throttle(_clock, ProgressSetting.Interval), () => new RecordingDoor(_shown));

    private IEnumerable<int> Track(int count, string title = "training") => _setting.Track(Enumerable.Range(0, count), title, count);

    private ProgressBar Bar(string title, long? total = null) => new(title, total, _clock.GetTimestamp(), _setting);

    [Fact]
    public void A_loop_shows_its_count_time_rate_and_what_is_left_and_leaves_one_line()
    {
        foreach (int _ in Track(4))
            _clock.Move(0.5);
        Assert.Equal(
            ["training: 0 of 4", "training: 1 of 4, 0.5 s, 2.0/s, 1.5 s left", "training: 2 of 4, 1.0 s, 2.0/s, 1.0 s left", "training: 3 of 4, 1.5 s, 2.0/s, 0.5 s left",
             "training: 4 of 4, 2.0 s, 2.0/s", "end: training: 4 of 4, 2.0 s, 2.0/s"],
            _shown);
    }

    [Fact]
    public void Items_come_unchanged_and_only_when_they_are_asked_for()
    {
        int taken = 0;
        IEnumerable<int> tracked = _setting.Track(Enumerable.Range(5, 3).Select(i => { taken++; return i; }), "x", null);
        Assert.Equal((0, 0), (taken, _shown.Count));
        Assert.Equal([5, 6, 7], tracked);
        Assert.Equal(3, taken);
    }

    [Theory]
    [InlineData(0.001, 10)]
    [InlineData(0.03, 10)]
    [InlineData(0.25, 4)]
    public void Nothing_shows_more_often_than_ten_times_a_second(double seconds, int perSecond)
    {
        int items = (int)(3 / seconds);
        foreach (int _ in Track(items))
            _clock.Move(seconds);
        Assert.InRange(_shown.Count(text => !text.StartsWith("end", StringComparison.Ordinal)), 2, 3 * perSecond + 1);
        Assert.StartsWith(FormattableString.Invariant($"end: training: {items} of {items}, 3.0 s, "), _shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_short_loops_are_no_flood_either()
    {
        for (int i = 0; i < 50; i++)
            foreach (int _ in Track(3))
                _clock.Move(0.001);
        Assert.Equal(50, _shown.Count(text => text.StartsWith("end", StringComparison.Ordinal)));
        Assert.InRange(_shown.Count, 50, 53);
    }

    [Fact]
    public void Leaving_the_loop_ends_the_bar_as_stopped()
    {
        foreach (int i in Track(100))
        {
            _clock.Move(0.1);
            if (i == 37)
                break;
        }
        Assert.Equal("end: training: stopped at 37 of 100, 3.8 s, 9.7/s", _shown[^1]);
    }

    [Fact]
    public void An_exception_ends_the_bar_as_stopped_whoever_throws_it()
    {
        Assert.Throws<InvalidOperationException>(() => { foreach (int _ in Track(3)) throw new InvalidOperationException(); });
        Assert.Equal("end: training: stopped at 0 of 3, 0.0 s", _shown[^1]);
        Assert.Throws<DivideByZeroException>(() => _setting.Track(Enumerable.Range(-1, 3).Select(i => 1 / i), "inverting", 3).Sum());
        Assert.Equal("end: inverting: stopped at 1 of 3, 0.0 s", _shown[^1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    public void Without_items_nothing_shows(long? count)
    {
        Assert.Empty(_setting.Track(Array.Empty<int>(), "training", count));
        Assert.Empty(_shown);
    }

    [Fact]
    public void Without_a_count_the_bar_counts_up()
    {
        foreach (int _ in _setting.Track(Enumerable.Range(0, 3), "reading", null))
            _clock.Move(20);
        Assert.Equal(["reading: 0", "reading: 1, 20.0 s, 20.0 s each", "reading: 2, 40.0 s, 20.0 s each", "reading: 3, 1 min 00 s, 20.0 s each", "end: reading: 3, 1 min 00 s, 20.0 s each"], _shown);
    }

    [Fact]
    public void A_wrong_count_is_not_claimed()
    {
        foreach (int _ in _setting.Track(Enumerable.Range(0, 3), "x", 2)) { }
        foreach (int _ in _setting.Track(Enumerable.Range(0, 3), "x", 5)) { }
        Assert.Equal(["end: x: 3, 0.0 s", "end: x: 3 of 5, 0.0 s"], _shown.Where(text => text.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_inner_bar_is_a_row_of_the_outer_one_and_leaves_no_line()
    {
        foreach (int _ in Track(2, "epochs"))
            foreach (int __ in Track(2, "batches"))
                _clock.Move(1);
        Assert.Contains("epochs: 1 of 2, 3.0 s, 3.0 s each, 3.0 s left | batches: 1 of 2, 1.0 s, 1.0/s, 1.0 s left", _shown);
        Assert.Equal(["end: epochs: 2 of 2, 4.0 s, 2.0 s each"], _shown.Where(text => text.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bar_after_another_is_not_its_row()
    {
        foreach (int _ in Track(1, "first")) { }
        ProgressBar outer = Bar("outer"), inner = Bar("inner");
        outer.Dispose();
        inner.Dispose();
        foreach (int _ in Track(1, "last")) { }
        Assert.Equal(["end: first: 1 of 1, 0.0 s", "end: outer: stopped at 0, 0.0 s", "end: last: 1 of 1, 0.0 s"], _shown.Where(text => text.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bar_moved_by_hand_is_done_at_its_total_or_when_it_is_told_so()
    {
        using (ProgressBar bar = Bar("a", 5))
        {
            bar.Advance(2);
            bar.Report(5);
            Assert.Equal(5, bar.Done);
        }
        using (ProgressBar bar = Bar("b"))
        {
            bar.Advance();
            bar.Complete();
        }
        using (Bar("c"))
        {
        }
        ProgressBar late = Bar("d", 1);
        late.Dispose();
        late.Report(1);
        late.Dispose();
        Assert.Equal(["end: a: 5 of 5, 0.0 s", "end: b: 1, 0.0 s", "end: c: stopped at 0, 0.0 s", "end: d: stopped at 0 of 1, 0.0 s"], _shown.Where(text => text.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Items_that_come_by_and_by_are_tracked_too()
    {
        async IAsyncEnumerable<int> Items()
        {
            for (int i = 0; i < 3; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
        var seen = new List<int>();
        await foreach (int item in _setting.TrackAsync(Items(), "downloading", 3, TestContext.Current.CancellationToken))
            seen.Add(item);
        await foreach (int _ in _setting.TrackAsync(Items(), "downloading", 3, TestContext.Current.CancellationToken))
            break;
        Assert.Equal([0, 1, 2], seen);
        Assert.Equal(["end: downloading: 3 of 3, 0.0 s", "end: downloading: stopped at 0 of 3, 0.0 s"], _shown.Where(text => text.StartsWith("end", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(59.9, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(3599.6, "1 h 00 min")]
    [InlineData(90_061, "25 h 01 min")]
    public void Times_read_well(double seconds, string text) =>
        Assert.Equal($"x: 0, {text}", new ProgressState("x", 0, null, TimeSpan.FromSeconds(seconds)).Last(stopped: false));

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("x: 5000 of 10000, 0.5 s, 10000/s, 0.5 s left", new ProgressState("x", 5000, 10_000, TimeSpan.FromSeconds(0.5)).Now());
            Assert.Contains("value=\"0.5000\"", new ProgressView([new ProgressState("x", 1, 2, TimeSpan.Zero)]).ToHtml(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Wrong_arguments_are_refused_at_once()
    {
        Assert.Equal("items", Assert.Throws<ArgumentNullException>(() => Progress.Track((IEnumerable<int>)null!, "x")).ParamName);
        Assert.Equal("title", Assert.Throws<ArgumentException>(() => Progress.Track([1], " ")).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => Progress.Track([1], "x", -1)).ParamName);
        Assert.Equal("total", Assert.Throws<ArgumentOutOfRangeException>(() => Progress.Start("x", -1)).ParamName);
        using ProgressBar bar = Bar("x");
        Assert.Equal("steps", Assert.Throws<ArgumentOutOfRangeException>(() => bar.Advance(-1)).ParamName);
        Assert.Equal("done", Assert.Throws<ArgumentOutOfRangeException>(() => bar.Report(-1)).ParamName);
    }
}
