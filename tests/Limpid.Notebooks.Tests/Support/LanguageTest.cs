using Limpid.Notebooks.Language;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Questions about cells in which <c>|</c> marks the cursor.</summary>
public abstract class LanguageTest : SessionTest
{
    private protected Task<Completions> CompleteAsync(string marked)
    {
        var (code, cursor) = Split(marked);
        return Session.CompleteAsync(code, cursor);
    }

    private protected async Task<List<string>> TextsAsync(string marked) => [.. (await CompleteAsync(marked)).Items.Select(item => item.Text)];

    /// <summary>The cell after the first completion was taken.</summary>
    private protected async Task<string> TakeFirstAsync(string marked)
    {
        var (code, cursor) = Split(marked);
        var found = await Session.CompleteAsync(code, cursor);
        Assert.NotEmpty(found.Items);
        return code[..found.Start] + found.Items[0].Text + code[found.End..];
    }

    private protected Task<Inspection?> InspectAsync(string marked, int detail = 0)
    {
        var (code, cursor) = Split(marked);
        return Session.InspectAsync(code, cursor, detail);
    }

    private static (string Code, int Cursor) Split(string marked)
    {
        var cursor = marked.LastIndexOf('|');
        return (marked.Remove(cursor, 1), cursor);
    }
}
