using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Cli.Diagnosis;
using Limpid.Cli.Publishing;

namespace Limpid.Notebooks.Tests.Cli;

/// <summary>Pictures from the real browser, which the set-up of the tests installs.</summary>
public sealed class BrowserTests : IDisposable
{
    private static readonly JsonObject Map = Figure("""[{"type":"heatmap","z":[[0,0.5],[0.25,1]],"colorscale":"RdBu"}]""");
    private static readonly JsonObject Violin = Figure("""[{"type":"violin","y":[1,2,2,3,5,8],"points":"all","jitter":1,"name":"a"}]""");

    private readonly string _scratch = Path.Combine(Directory.CreateTempSubdirectory("limpid-browser-").FullName, "scratch");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_scratch)!, recursive: true);

    private static JsonObject Figure(string data) => new()
    {
        ["data"] = JsonNode.Parse(data),
        ["layout"] = new JsonObject { ["width"] = 300, ["height"] = 200, ["paper_bgcolor"] = "rgba(0,0,0,0)", ["font"] = new JsonObject { ["color"] = "#7f8285" } },
    };

    private Browser Here()
    {
        Workplace workplace = Workplace.Find();
        Assert.SkipUnless(File.Exists(workplace.Plotly) && ChartFindings.Chromium is not null, "Chromium or plotly.js is missing; ./limpid test gets both");
        return new Browser(ChartFindings.Chromium!, workplace.Plotly, _scratch);
    }

    [Fact]
    public async Task The_same_figures_give_the_same_bytes_and_leave_nothing_behind()
    {
        Browser browser = Here();
        IReadOnlyList<byte[]> first = await browser.DrawAsync([Map, Violin], TestContext.Current.CancellationToken);
        IReadOnlyList<byte[]> second = await browser.DrawAsync([Map, Violin], TestContext.Current.CancellationToken);
        Assert.Equal(first, second);
        Assert.NotEqual(first[0], first[1]);
        Assert.False(Directory.Exists(_scratch));
    }

    [Fact]
    public async Task A_picture_has_two_pixels_for_one_and_a_white_opaque_ground()
    {
        byte[] png = (await Here().DrawAsync([Map], TestContext.Current.CancellationToken))[0];
        Assert.Equal((600, 400), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.SkipWhen(PngPalette.Program is null, "pngquant is missing; then the ground is not looked at");
        string chunks = Encoding.Latin1.GetString(png);
        Assert.Equal(3, png[25]);
        Assert.DoesNotContain("tRNS", chunks, StringComparison.Ordinal);
        byte[] palette = png[(chunks.IndexOf("PLTE", StringComparison.Ordinal) + 4)..];
        Assert.Contains(Enumerable.Range(0, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(chunks.IndexOf("PLTE", StringComparison.Ordinal) - 4)) / 3), i => palette.AsSpan(3 * i, 3).SequenceEqual<byte>([255, 255, 255]));
    }

    [Fact]
    public async Task A_figure_that_plotly_refuses_is_one_sentence()
    {
        Browser browser = Here();
        var error = await Assert.ThrowsAsync<UserErrorException>(() => browser.DrawAsync([Map, new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["width"] = -3 } }], TestContext.Current.CancellationToken));
        Assert.StartsWith("plotly.js can't draw figure 2: ", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch));
    }

    [Fact]
    public async Task When_interrupted_no_process_and_no_folder_stays()
    {
        Browser browser = Here();
        using var stop = new CancellationTokenSource();
        Task drawing = browser.DrawAsync([.. Enumerable.Repeat(Map, 500)], stop.Token);
        while (!Directory.Exists(Path.Combine(_scratch, "profile")) && !drawing.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing);
        Assert.False(Directory.Exists(_scratch));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked for in /proc");
        for (int tries = 0; tries < 50 && Running().Any(); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Empty(Running());
    }

    private IEnumerable<string> Running()
    {
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            string command = "";
            try
            {
                command = File.ReadAllText(Path.Combine(process, "cmdline"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
            if (command.Contains(_scratch, StringComparison.Ordinal))
                yield return command;
        }
    }
}
