using System.CommandLine;
using Limpid.Cli.Progress;
using Limpid.Data;

namespace Limpid.Cli.Commands;

/// <summary><c>data</c>: lists, fetches and checks data sets.</summary>
internal static class DataCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "A data set, as 'data list' names it." };
        var optionalName = new Argument<string?>("NAME") { Description = "A data set; without it all that are at hand.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Command("list", "Shows the data sets: at hand or not, size, licence.");
        list.SetAction(_ => List(context, DataStore.Default));
        var get = new Command("get", "Fetches a data set into the cache.") { name };
        get.SetAction((parsed, cancellation) => GetAsync(context, DataStore.Default, parsed.GetRequiredValue(name), cancellation));
        var verify = new Command("verify", "Checks every byte of the data at hand.") { optionalName };
        verify.SetAction(parsed => Verify(context, DataStore.Default, parsed.GetValue(optionalName)));
        return new Command("data", "Lists, fetches and checks data sets.") { list, get, verify };
    }

    private static int List(CommandContext context, DataStore store)
    {
        Tables.Write(
            context,
            ["name", "at hand", "size", "licence", "what it is"],
            [.. store.List().Select(status => new[] { status.Set.Name, Word(status.State), Size(status.Set.Size), status.Set.Licence, status.Set.Description })]);
        context.Out.WriteLine($"cache: {store.Options.CacheFolder}");
        return ExitCode.Ok;
    }

    private static async Task<int> GetAsync(CommandContext context, DataStore store, string name, CancellationToken cancellation)
    {
        Known(store, name);
        DataSetStatus? status = null;
        var fetched = false;
        await ProgressBoard.RunAsync(context, async board =>
        {
            IProgressItem item = board.Add(name);
            var progress = new DirectProgress<DataProgress>(step =>
            {
                fetched = true;
                item.Report(step.BytesTotal is { } total and > 0 ? (double)step.BytesDone / total : 0, $"{step.Source}, {Size(step.BytesDone)}");
            });
            status = await store.GetAsync(name, progress, cancellation);
            item.End($"{(fetched ? "fetched" : Word(status.State))}, {Size(status.BytesOnDisk)}");
        });
        foreach (DataAttempt damaged in status!.Damaged)
            context.Error.WriteLine($"limpid: {damaged}");
        context.Out.WriteLine(status.Folder);
        return ExitCode.Ok;
    }

    private static int Verify(CommandContext context, DataStore store, string? name)
    {
        if (name is not null)
            Known(store, name);
        IReadOnlyList<DataSetCheck> checks = store.Verify(name);
        foreach (DataSetCheck check in checks)
        {
            context.Out.WriteLine($"{check.Set.Name}  {(check.Ok ? "ok" : check.State == DataState.Missing ? "not at hand" : "damaged")}");
            foreach (string problem in check.Problems)
                context.Error.WriteLine($"limpid: {problem}");
        }
        bool asked = name is null || checks.All(check => check.Ok);
        return asked && checks.All(check => check.Problems.Count == 0) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Known(DataStore store, string name)
    {
        string[] names = [.. store.Catalog.Sets.Select(set => set.Name)];
        if (!names.Contains(name))
            throw new UserErrorException($"there is no data set '{name}'; known are {string.Join(", ", names)}{Suggestion.For(name, names)}");
    }

    private static string Word(DataState state) => state switch
    {
        DataState.Missing => "no",
        DataState.Shipped => "shipped",
        DataState.Cached => "cached",
        _ => "LIMPID_DATA",
    };

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1e3:F0} kB" : $"{bytes / 1e6:F1} MB";
}
