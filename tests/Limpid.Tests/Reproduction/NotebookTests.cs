using Limpid.Reproduction;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Reproduction;

/// <summary>Against the genuine formatting engine. Console and environment belong to the process, so these tests run alone.</summary>
[Collection(ProcessCollection.Name)]
public sealed class NotebookTests
{
    private static string Start(long seed = 0)
    {
        TextWriter before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            // Touched so that the engine is loaded, as in a notebook.
            Formatter.ListExpansionLimit = Formatter.ListExpansionLimit;
            Notebook.Start(seed);
            return written.ToString();
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [Fact]
    public void Prints_versions_package_set_seed_and_threads_and_seeds_the_generator()
    {
        string text = Start(7);
        float first = rand(1).item<float>();
        Assert.Matches(@"Limpid \d+\.\d+\.\d+, \.NET 10\.\S+, packages: (nuget|substitutes) \(TorchSharp \d.*\), libtorch \d+\.\d+", text);
        Assert.Contains($"seed 7, threads {get_num_threads()}", text);
        Start(7);
        Assert.Equal(first, rand(1).item<float>());
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public void Takes_threads_from_the_environment(string value, int threads)
    {
        int before = get_num_threads();
        Environment.SetEnvironmentVariable("LIMPID_THREADS", value);
        try
        {
            Assert.Contains($"threads {threads}", Start());
        }
        finally
        {
            Environment.SetEnvironmentVariable("LIMPID_THREADS", null);
            set_num_threads(before);
        }
    }

    [Theory]
    [InlineData("two")]
    [InlineData("0")]
    [InlineData("-1")]
    public void Refuses_threads_that_are_no_count(string value)
    {
        Environment.SetEnvironmentVariable("LIMPID_THREADS", value);
        try
        {
            Assert.Contains($"LIMPID_THREADS is '{value}'", Assert.Throws<InvalidOperationException>(() => Start()).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LIMPID_THREADS", null);
        }
    }

    [Fact]
    public void The_engine_shows_a_tensor_as_form_and_table()
    {
        Start();
        using Tensor tensor = torch.tensor(new float[,] { { 1, 2.5f }, { -3, 1e-9f } });
        Assert.Equal("Float32 [2, 2] on cpu", tensor.ToDisplayString("text/plain"));
        Assert.Equal(
            "<div><code>Float32 [2, 2] on cpu</code></div><table><tr><td>1</td><td>2.5</td></tr><tr><td>-3</td><td>1E-09</td></tr></table>",
            tensor.ToDisplayString("text/html").Replace(" style=\"text-align:right\"", ""));
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Tensor)));
    }

    [Fact]
    public void The_engine_shows_a_frame_encoded_and_cut_with_missing_cells_empty()
    {
        Start();
        var frame = Deedle.Frame.FromRecords(Enumerable.Range(0, 25).Select(i => new { Name = i == 0 ? "<b>&" : $"n{i}", Value = i == 1 ? double.NaN : i / 2.0 }));
        Assert.Equal("frame of 25 rows x 2 columns", frame.ToDisplayString("text/plain"));
        string html = frame.ToDisplayString("text/html");
        Assert.StartsWith(
            "<div>frame of 25 rows x 2 columns</div><table><tr><th></th><th>Name</th><th>Value</th></tr>"
            + "<tr><th>0</th><td>&lt;b&gt;&amp;</td><td>0</td></tr><tr><th>1</th><td>n1</td><td></td></tr><tr><th>2</th><td>n2</td><td>1</td></tr>", html);
        Assert.EndsWith("<tr><th>19</th><td>n19</td><td>9.5</td></tr><tr><th>⋮</th></tr></table><div>5 more rows not shown</div>", html);
    }

    [Fact]
    public void The_engine_shows_the_claims_table_in_three_forms()
    {
        using var files = new ClaimFixture();
        ClaimTable table = files.Load(ClaimFixture.Number("""{"paperValue":"98.0","decidedBy":"full"}""")).Table();
        Assert.Equal(["text/html", "text/plain", "application/vnd.limpid.claims+json"], Formatter.GetPreferredMimeTypesFor(typeof(ClaimTable)));
        Assert.Equal(table.ToJson(), table.ToDisplayString("application/vnd.limpid.claims+json"));
        Assert.Equal(table.ToString(), table.ToDisplayString("text/plain"));
        Assert.Equal(table.ToHtml(), table.ToDisplayString("text/html"));
    }
}
