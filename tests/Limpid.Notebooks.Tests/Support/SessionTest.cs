namespace Limpid.Notebooks.Tests.Support;

/// <summary>A session in a folder of its own.</summary>
public abstract class SessionTest : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Session _session;

    protected SessionTest() => _session = new Session(_folder.Root);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected TestFolder Folder => _folder;

    private protected Session Session => _session;

    /// <summary>Runs a cell that must succeed.</summary>
    private protected async Task<OutputList> RunAsync(string code)
    {
        var (result, output) = await TryAsync(code);
        Assert.True(result.Outcome == CellOutcome.Ran, result.Error?.Summary ?? result.Outcome.ToString());
        return output;
    }

    /// <summary>Runs a cell that must fail.</summary>
    private protected async Task<OutputList> FailAsync(string code)
    {
        var (result, output) = await TryAsync(code);
        Assert.Equal(CellOutcome.Failed, result.Outcome);
        return output;
    }

    private protected async Task<(CellResult Result, OutputList Output)> TryAsync(string code, CancellationToken stop = default)
    {
        var output = new OutputList();
        return (await _session.ExecuteAsync(code, output, stop), output);
    }

    /// <summary>What the cell's last expression is, as text.</summary>
    private protected async Task<string> ValueAsync(string expression) =>
        (await RunAsync($"System.FormattableString.Invariant($\"{{{expression}}}\")")).Result["text/plain"]!;
}
