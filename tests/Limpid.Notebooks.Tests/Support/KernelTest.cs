namespace Limpid.Notebooks.Tests.Support;

/// <summary>A test with a kernel and Jupyter's client.</summary>
public abstract class KernelTest : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private JupyterClient? _client;

    private protected TestFolder Folder => _folder;

    private protected JupyterClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Debian's Jupyter");
        _client = await JupyterClient.StartAsync(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
