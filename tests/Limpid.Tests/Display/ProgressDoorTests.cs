using Limpid.Display;
using Xunit;

namespace Limpid.Tests.Display;

public sealed class ProgressDoorTests
{
    private readonly StringWriter _written = new() { NewLine = "\n" };

    private static ProgressState State(long done, string title = "training") => new(title, done, 4, TimeSpan.FromSeconds(done));

    private string[] Lines => _written.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_terminal_shows_each_state_over_the_one_before()
    {
        var door = new TerminalProgress(_written, () => 200);
        door.Show([State(0)]);
        door.Show([State(2)]);
        door.End("training: 4 of 4");
        Assert.Equal("[                    ] training: 0 of 4", Lines[0]);
        Assert.Equal("[==========          ] training: 2 of 4, 2.0 s, 1.0/s, 2.0 s left", Lines[1]);
        // Blanks cover what the longer line before left.
        Assert.Equal("training: 4 of 4".PadRight(Lines[1].Length) + Environment.NewLine, Lines[2]);
    }

    [Fact]
    public void A_line_never_fills_the_terminal_and_the_last_one_is_whole()
    {
        var door = new TerminalProgress(_written, () => 30);
        door.Show([State(2)]);
        door.End("a line of more than thirty columns");
        Assert.Equal(29, Lines[0].Length);
        Assert.StartsWith("a line of more than thirty columns", Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Inner_bars_stand_on_the_same_line()
    {
        new TerminalProgress(_written, () => 200).Show([State(0, "epochs"), State(1, "batches")]);
        Assert.Equal("[                    ] epochs: 0 of 4 | [=====               ] batches: 1 of 4, 1.0 s, 1.0/s, 3.0 s left", Lines.Single());
    }

    [Fact]
    public void A_file_gets_a_line_at_the_start_and_one_at_the_end()
    {
        var door = new PlainProgress(_written);
        for (int i = 0; i < 4; i++)
            door.Show([State(i)]);
        door.End("training: 4 of 4, 4.0 s");
        Assert.Equal("training: 0 of 4\ntraining: 4 of 4, 4.0 s\n", _written.ToString());
    }

    [Fact]
    public void A_title_is_text_everywhere()
    {
        Assert.Equal("a [2K  b", ProgressState.Clean("a\u001b[2K\r\nb\u0007"));
        string html = new ProgressView([State(1, "</div><img src=x onerror=alert(1)>")]).ToHtml();
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_without_a_total_moves_without_a_value()
    {
        Assert.DoesNotContain("value=", new ProgressView([new ProgressState("x", 3, null, TimeSpan.Zero)]).ToHtml(), StringComparison.Ordinal);
        Assert.Contains("value=\"0.7500\"", new ProgressView([State(3)]).ToHtml(), StringComparison.Ordinal);
    }
}
