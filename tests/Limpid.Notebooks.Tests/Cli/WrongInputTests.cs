using Xunit;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class WrongInputTests : IDisposable
{
    private readonly TemporaryCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("limpid: './limpid' has no command 'tset'; did you mean 'test'?", "tset")]
    [InlineData("limpid: './limpid' has no command 'foo'; type './limpid --help'.", "foo")]
    [InlineData("limpid: './limpid data' needs one of list, get, verify.", "data")]
    [InlineData("limpid: './limpid data' has no command 'lst'; did you mean 'list'?", "data", "lst")]
    [InlineData("limpid: './limpid data get' needs NAME; type './limpid data get --help'.", "data", "get")]
    [InlineData("limpid: './limpid reproduce' has no option '--ful'; did you mean '--full'?", "reproduce", "--ful")]
    [InlineData("limpid: './limpid run' has no option '--thread'; did you mean '--threads'?", "run", "--thread", "2")]
    [InlineData("limpid: --jobs is '0'; expected a whole number of at least 1; type './limpid reproduce --help'.", "reproduce", "--jobs", "0")]
    [InlineData("limpid: --threads is 'two'; expected a whole number of at least 1; type './limpid run --help'.", "run", "a", "--threads", "two")]
    [InlineData("limpid: --timeout is '-5'; expected a time like 90s, 15m or 2h; type './limpid run --help'.", "run", "a", "--timeout", "-5")]
    [InlineData("limpid: './limpid run' got an empty argument; type './limpid run --help'.", "run", "")]
    [InlineData("limpid: './limpid run' got an empty argument; type './limpid run --help'.", "run", "a", "--out=")]
    [InlineData("limpid: './limpid export' got an empty argument; type './limpid export --help'.", "export", "--out", " ")]
    [InlineData("limpid: --cell-timeout is 'soon'; expected a time like 90s, 15m or 2h; type './limpid run --help'.", "run", "a", "--cell-timeout", "soon")]
    [InlineData("limpid: --full and --paper exclude each other.", "reproduce", "--full", "--paper")]
    [InlineData("limpid: --publish stores quick or full results; it does not go with --paper.", "reproduce", "--publish", "--paper")]
    [InlineData("limpid: --pictures and --no-pictures exclude each other.", "reproduce", "--pictures", "--no-pictures")]
    [InlineData("limpid: --check runs quick mode and stores nothing; it does not go with --full.", "reproduce", "--check", "--full")]
    [InlineData("limpid: --check runs quick mode and stores nothing; it does not go with --publish.", "reproduce", "--publish", "--check")]
    [InlineData("limpid: --register and --unregister exclude each other.", "lab", "--register", "--unregister")]
    [InlineData("limpid: --port is '70000'; expected at most 65535.", "lab", "--port", "70000")]
    [InlineData("limpid: './limpid lab' has no option '--no-browse'; did you mean '--no-browser'?", "lab", "--no-browse")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(string sentence, params string[] args)
    {
        var (code, output, error) = await _checkout.RunAsync(args);
        Assert.Equal((2, "", sentence + Environment.NewLine), (code, output, error));
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_refused()
    {
        _checkout.Notebook("notebooks/tour.ipynb", Code("a", "1"));
        var (code, _, error) = await _checkout.RunAsync("run", "tour", "--set", "seed");
        Assert.Equal((2, "limpid: --set is 'seed'; expected name=value, as in --set seed=1\n"), (code, error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("run", "mnist-gird")]
    [InlineData("reproduce", "--only", "mnist-gird")]
    public async Task An_unknown_notebook_is_answered_with_the_nearest(params string[] args)
    {
        _checkout.Notebook("notebooks/paper/mnist-grid.ipynb", Code("a", "1"));
        var (code, output, error) = await _checkout.RunAsync(args);
        Assert.Equal((1, "", "limpid: there is no notebook 'mnist-gird'; did you mean 'mnist-grid'?\n"), (code, output, error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task A_name_of_two_notebooks_is_refused()
    {
        _checkout.Notebook("notebooks/a/same.ipynb", Code("a", "1"));
        _checkout.Notebook("notebooks/b/same.ipynb", Code("a", "1"));
        var (code, _, error) = await _checkout.RunAsync("run", "same");
        Assert.Equal(1, code);
        Assert.Contains("'same' is more than one notebook: a/same.ipynb, b/same.ipynb.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkout_without_notebooks_says_so()
    {
        var (code, _, error) = await _checkout.RunAsync("reproduce");
        Assert.Equal(1, code);
        Assert.Contains("there is no notebook in", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_data_set_is_answered_with_the_known_ones()
    {
        var (code, _, error) = await _checkout.RunAsync("data", "get", "mnits");
        Assert.Equal(1, code);
        Assert.Contains("there is no data set 'mnits'; known are mnist,", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'mnist'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unbuilt_test_suite_is_named()
    {
        Directory.CreateDirectory(_checkout.At("tests", "Some.Tests"));
        var (code, _, error) = await _checkout.RunAsync("test");
        Assert.Equal(1, code);
        Assert.Contains("Some.Tests.dll is not built; build it with: dotnet build Limpid.slnx -c Release", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_argument_shows_the_commands()
    {
        var (code, output, _) = await _checkout.RunAsync();
        Assert.Equal(0, code);
        Assert.All(["reproduce", "run", "test", "data", "bench", "doctor"], command => Assert.Contains(command, output, StringComparison.Ordinal));
    }
}
