using Deedle;
using Limpid.Display;
using Xunit;

namespace Limpid.Tests.Display;

public sealed class FrameViewTests
{
    [Fact]
    public void Every_key_and_cell_is_encoded_and_a_missing_value_is_empty()
    {
        string html = FrameView.Html(Frame.FromRecords([new { Name = "<img src=x>", Value = 1.5 }, new { Name = "b", Value = double.NaN }]));
        Assert.Contains("<td>&lt;img src=x&gt;</td><td>1.5</td>", html);
        Assert.Contains("<td>b</td><td></td>", html);
        Assert.DoesNotContain("<img", html);
        Assert.Contains("frame of 2 rows x 2 columns", html);
        Assert.DoesNotContain("not shown", html);
    }

    [Fact]
    public void Long_frames_show_twenty_rows_and_say_how_many_more_there_are()
    {
        Frame<int, string> frame = Frame.FromRecords(Enumerable.Range(0, 50).Select(i => new { Index = i }));
        string html = FrameView.Html(frame);
        Assert.Contains("<td>19</td>", html);
        Assert.DoesNotContain("<td>20</td>", html);
        Assert.EndsWith("<tr><th>⋮</th></tr></table><div>30 more rows not shown</div>", html);
        Assert.Equal("frame of 50 rows x 1 columns", FrameView.Text(frame));
    }

    [Fact]
    public void Wide_frames_show_sixteen_columns()
    {
        var columns = Enumerable.Range(0, 17).Select(i => KeyValuePair.Create($"<{i}>", new Series<int, double>([0, 1], [i, i + 0.5])));
        string html = FrameView.Html(Frame.FromColumns(columns));
        Assert.Contains("<th>&lt;15&gt;</th><td>…</td>", html);
        Assert.DoesNotContain("&lt;16&gt;", html);
        Assert.EndsWith("<div>1 more column not shown</div>", html);
    }
}
