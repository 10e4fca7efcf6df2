namespace Limpid.Data;

/// <summary>Which npm registry this machine uses.</summary>
internal static class NpmRegistry
{
    private static readonly Uri Public = new("https://registry.npmjs.org/");

    /// <summary>What <c>npm config get registry</c> says; the public registry where npm is missing or silent.</summary>
    public static async Task<Uri> FindAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            string npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            string answer = (await Tool.RunAsync(npm, ["config", "get", "registry"], Path.GetTempPath(), limit.Token).ConfigureAwait(false)).Trim();
            return Uri.TryCreate(answer.TrimEnd('/') + "/", UriKind.Absolute, out Uri? registry) && registry.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? registry
                : Public;
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Public;
        }
    }
}
