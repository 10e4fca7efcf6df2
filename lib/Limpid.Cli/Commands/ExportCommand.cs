using System.CommandLine;
using Limpid.Cli.Exporting;
using Limpid.Cli.Reproducing;

namespace Limpid.Cli.Commands;

/// <summary><c>export</c>: the executed notebooks as a static site.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var folder = new Option<string?>("--out") { Description = "Where the site goes (default: artifacts/site).", HelpName = "FOLDER" };
        var only = new Option<string?>("--only") { Description = "Only the notebooks that match, for example 'margin/*' or mnist-grid.", HelpName = "GLOB" };
        var from = new Option<string>("--from")
        {
            Description = "Which outputs come first: those stored in the repository, or those that the last run left in artifacts.",
            HelpName = "repository|artifacts",
            DefaultValueFactory = _ => "repository",
        };
        var command = new Command("export", "Writes the executed notebooks as a static site that needs no network.") { folder, only, from };
        command.SetAction(parsed => Run(context, parsed.GetValue(folder), parsed.GetValue(only), Source(parsed.GetValue(from)!)));
        return command;
    }

    private static int Run(CommandContext context, string? target, string? only, ExportSource from)
    {
        Workplace workplace = context.Workplace;
        var choice = new PageChoice(workplace, from);
        SitePage[] pages = [.. new NotebookCatalog(workplace).Matching(only).Select(choice.Of)];
        target ??= Path.Combine(workplace.Artifacts, "site");
        SiteTools tools = SiteTools.Find(workplace);
        using SiteFolder folder = SiteFolder.Begin(target);
        new Site(workplace, tools).Write(folder, pages);
        folder.Commit();
        foreach (SitePage page in pages)
            context.Out.WriteLine($"{page.Entry.Stem}  {page.OriginText}{(page.Facts.Mode is { } mode ? $", {mode} mode" : "")}{Other(workplace, page)}");
        if (tools.Plotly is null)
            context.Error.WriteLine("limpid: artifacts/tools/plotly.min.js is missing, so charts show their pictures only; the set-up of ./limpid fetches it where there is a network.");
        if (tools.Katex is null)
            context.Error.WriteLine("limpid: artifacts/tools/katex is missing, so formulas show their TeX; the set-up of ./limpid export fetches it where there is a network.");
        context.Out.WriteLine(FormattableString.Invariant($"{pages.Length + 1} pages, {folder.Size / 1e6:F1} MB: {Path.Combine(Path.GetFullPath(target), "index.html")}"));
        return ExitCode.Ok;
    }

    private static string Other(Workplace workplace, SitePage page) => page.Origin == PageOrigin.Repository && File.Exists(page.Entry.Executed(workplace))
        ? " (artifacts holds a local run too: --from artifacts)"
        : "";

    private static ExportSource Source(string name) => name switch
    {
        "repository" => ExportSource.Repository,
        "artifacts" => ExportSource.Artifacts,
        _ => throw new WrongUseException($"--from is '{name}'; expected 'repository' or 'artifacts'."),
    };
}
