using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>Gathers the claims of the notebooks that ran into <c>artifacts/claims.json</c>.</summary>
internal static class ClaimHarvest
{
    /// <summary>The claims of a run, in the order of the notebooks.</summary>
    /// <param name="plan">What was to run.</param>
    /// <param name="runs">How it ran.</param>
    public static IReadOnlyList<ClaimRecord> Gather(RunPlan plan, IReadOnlyList<RunRecord> runs) =>
        [.. plan.Notebooks.Zip(runs).SelectMany(pair => Of(plan, pair.First, pair.Second))];

    /// <summary>Writes <c>artifacts/claims.json</c>.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <param name="claims">The claims.</param>
    public static void Save(Workplace workplace, IReadOnlyList<ClaimRecord> claims) =>
        Json.Write(Path.Combine(workplace.Artifacts, "claims.json"), new JsonArray([.. claims.Select(claim => JsonSerializer.SerializeToNode(claim, Json.Claims))]));

    // A claim that its notebook did not come to stays in the list, so that a failure can't make it vanish.
    private static IEnumerable<ClaimRecord> Of(RunPlan plan, NotebookEntry entry, RunRecord run)
    {
        ClaimRecord[] shown = run.Status != RunStatus.NotRun && File.Exists(entry.Executed(plan.Workplace))
            ? [.. ClaimOutputs.Read(NotebookFile.Load(entry.Executed(plan.Workplace)), entry.Name)]
            : [];
        return shown.Concat(Declared(entry, plan.Mode)
            .Where(claim => shown.All(record => record.Id != claim.Id))
            .Select(claim => Open(entry, claim, plan.Mode, run)));
    }

    private static IReadOnlyList<Claim> Declared(NotebookEntry entry, RunMode mode)
    {
        string path = Path.Combine(Path.GetDirectoryName(entry.Path)!, "claims.json");
        try
        {
            return File.Exists(path) ? ClaimSet.Load(path, entry.Title, mode).Claims : [];
        }
        catch (ClaimException)
        {
            // No claim for this notebook, or a damaged file: then the notebook itself says so and fails.
            return [];
        }
    }

    private static ClaimRecord Open(NotebookEntry entry, Claim claim, RunMode mode, RunRecord run) => new(
        entry.Paper, entry.Title, claim.Id, claim.Sentence, claim.Reference, claim.Source, claim.Kind,
        null, null, null, claim.Seeds, null, Verdict.NotTested, $"not evaluated: the notebook ended as '{run.StatusText}'", mode);
}
