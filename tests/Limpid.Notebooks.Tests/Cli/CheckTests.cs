using System.Text.Json.Nodes;
using Limpid.Cli.Checking;
using Limpid.Cli.Publishing;
using Limpid.Reproduction;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class CheckTests
{
    private static readonly RunFacts Here = new() { Status = "ok", Threads = 2, Processor = "P, AVX2", Packages = "substitutes", Versions = new Dictionary<string, string> { ["Limpid"] = "0.1.0" } };

    private static ClaimRecord Claim(double? ours, Verdict verdict = Verdict.NotTested, string id = "one", ClaimKind kind = ClaimKind.Direction, double? tolerance = null, double? spread = null) =>
        new("p", "n", id, "It holds.", "Table 1", ClaimSource.Paper, kind, null, ours, spread, 1, tolerance, verdict, "", RunMode.Quick);

    private static FigureOutput Figure(string data, string cell = "c") => new(cell, 0, "It falls.", new JsonObject { ["data"] = JsonNode.Parse(data), ["layout"] = new JsonObject() });

    private static FigureOutput Map(params double[] z) =>
        Figure($$"""[{"type":"heatmap","name":"none, 3","z":[[{{string.Join("],[", z.Select(value => FormattableString.Invariant($"{value}")))}}]],"zmin":-1,"colorscale":[[0,"#fff"],[1,"#000"]]}]""");

    private static string[] Compare(NotebookResults now, NotebookResults stored, bool sameMachine = true, params string[] timed) =>
        [.. NotebookCheck.Differences(now, stored, timed.ToHashSet(), sameMachine)];

    private static NotebookResults Results(ClaimRecord[] claims, params FigureOutput[] figures) => new(Here, claims, figures);

    [Fact]
    public void Equal_runs_do_not_differ()
    {
        NotebookResults run = Results([Claim(97.8), Claim(null, id: "two")], Map(1, 2, 3), Figure("""[{"y":[1,null,3],"x":["a","b","c"]}]"""), Figure("[]", "d"));
        Assert.Empty(Compare(run, run));
        Assert.Empty(Compare(run, run, sameMachine: false));
    }

    [Fact]
    public void One_number_of_a_figure_is_caught_in_the_fifth_digit()
    {
        string difference = Assert.Single(Compare(Results([], Map(1, 0.51234, 3)), Results([], Map(1, 0.51235, 3))));
        Assert.Equal("figure in cell c: z of 'none, 3': 1 of 3 numbers differ, most number 2: 0.51234 where 0.51235 is stored", difference);
    }

    [Fact]
    public void The_largest_of_many_differences_is_told()
    {
        string difference = Assert.Single(Compare(Results([], Map(1, 2, 3, 4)), Results([], Map(1.1, 2, 3.5, 4))));
        Assert.Contains("2 of 4 numbers differ, most number 3: 3 where 3.5", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_missing_on_one_side_is_caught()
    {
        FigureOutput whole = Figure("""[{"type":"bar","y":[1,2]}]"""), holed = Figure("""[{"type":"bar","y":[1,null]}]""");
        Assert.Equal("figure in cell c: y of bar 1: 1 of 2 numbers differ, most number 2: none where 2 is stored", Assert.Single(Compare(Results([], holed), Results([], whole))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Other_counts_of_points_traces_and_figures_are_caught_on_every_machine(bool sameMachine)
    {
        Assert.Contains("draws 2 z in trace 1 where 3 z in trace 1 is stored", Assert.Single(Compare(Results([], Map(1, 2)), Results([], Map(1, 2, 3)), sameMachine)), StringComparison.Ordinal);
        Assert.Contains("draws nothing more where 1 y in trace 2 is stored",
            Assert.Single(Compare(Results([], Figure("""[{"y":[1]}]""")), Results([], Figure("""[{"y":[1]},{"y":[1]}]""")), sameMachine)), StringComparison.Ordinal);
        Assert.Equal(["figure 2 in cell c: not stored"], Compare(Results([], Map(1), Map(1)), Results([], Map(1)), sameMachine).Where(text => text.Contains('2', StringComparison.Ordinal)));
        Assert.Equal(["figure in cell c: stored, not shown now"], Compare(Results([]), Results([], Map(1)), sameMachine));
    }

    [Fact]
    public void Style_is_not_compared() =>
        Assert.Empty(Compare(Results([], Figure("""[{"y":[1],"marker":{"size":4,"color":"#000"},"name":"a"}]""")), Results([], Figure("""[{"y":[1],"marker":{"size":8,"color":"#fff"},"name":"b"}]"""))));

    [Fact]
    public void A_verdict_is_compared_on_every_machine_and_for_times_alone()
    {
        NotebookResults now = Results([Claim(1, Verdict.NotReproduced)]), stored = Results([Claim(2, Verdict.Reproduced)]);
        foreach (bool sameMachine in (bool[])[true, false])
            Assert.Equal("claim one: not reproduced now, reproduced stored; 1 where 2 is stored", Assert.Single(Compare(now, stored, sameMachine, "one")));
        Assert.Empty(Compare(Results([Claim(1)]), Results([Claim(2)]), true, "one"));
    }

    [Fact]
    public void A_claims_number_must_be_equal_on_one_machine() =>
        Assert.Equal("claim one: 97.81 ± 0.1 where 97.8 ± 0.1 is stored, must be equal", Assert.Single(Compare(Results([Claim(97.81, spread: 0.1)]), Results([Claim(97.8, spread: 0.1)]))));

    [Theory]
    [InlineData(ClaimKind.Identity, Verdict.Reproduced, 1e-8, 1e-14, 5e-9, true)]   // rounding noise within the claim's own tolerance
    [InlineData(ClaimKind.Number, Verdict.Reproduced, 0.3, 97.5, 97.7, true)]
    [InlineData(ClaimKind.Number, Verdict.Reproduced, 0.3, 97.5, 97.9, false)]
    [InlineData(ClaimKind.Direction, Verdict.NotTested, null, 0.357, 0.321, true)]  // an undecided number, as another rounding moved it
    [InlineData(ClaimKind.Direction, Verdict.NotTested, null, 0.357, 0.9, false)]
    [InlineData(ClaimKind.Direction, Verdict.NotTested, null, 0.0, 1.0, true)]      // counts
    [InlineData(ClaimKind.Direction, Verdict.NotTested, null, 0.0, 4.0, false)]
    [InlineData(ClaimKind.Direction, Verdict.NotTested, null, 0.5, null, false)]
    public void On_another_machine_a_claims_number_keeps_to_a_bound(ClaimKind kind, Verdict verdict, double? tolerance, double stored, double? now, bool agrees) =>
        Assert.Equal(agrees ? 0 : 1, Compare(Results([Claim(now, verdict, kind: kind, tolerance: tolerance)]), Results([Claim(stored, verdict, kind: kind, tolerance: tolerance)]), sameMachine: false).Length);

    [Fact]
    public void On_another_machine_figures_are_compared_as_wholes()
    {
        Assert.Empty(Compare(Results([], Map(1.2, 2.9, 1.9, 4.3)), Results([], Map(1, 2, 3, 4)), sameMachine: false));
        Assert.Equal(["figure in cell c: z: mean 12.5 where 2.5 is stored, allowed ±0.55902"], Compare(Results([], Map(11, 12, 13, 14)), Results([], Map(1, 2, 3, 4)), sameMachine: false));
        Assert.Equal(["figure in cell c: z: standard deviation 0.11180 where 1.118 is stored, allowed up to a factor 2"],
            Compare(Results([], Map(2.35, 2.45, 2.55, 2.65)), Results([], Map(1, 2, 3, 4)), sameMachine: false).Select(text => text.Replace("0.1118 ", "0.11180 ", StringComparison.Ordinal)));
        Assert.Single(Compare(Results([], Map(9)), Results([], Map(1)), sameMachine: false));
    }

    [Fact]
    public void Claims_that_came_or_went_are_caught() =>
        Assert.Equal(["claim new: not tested now, not stored", "claim old: not tested stored, not shown now"], Compare(Results([Claim(1, id: "new")]), Results([Claim(1, id: "old")])));

    [Fact]
    public void What_makes_a_machine_another_is_told()
    {
        NotebookResults stored = Results([]);
        Assert.Empty(stored.OtherThan(stored));
        Assert.Equal(
            ["processor Q, stored P, AVX2", "packages nuget, stored substitutes", "threads 1, stored 2", "Limpid 0.2.0, stored 0.1.0"],
            (stored with { Facts = Here with { Processor = "Q", Packages = "nuget", Threads = 1, Versions = new Dictionary<string, string> { ["Limpid"] = "0.2.0" } } }).OtherThan(stored));
        Assert.NotEmpty((stored with { Facts = Here with { Processor = null } }).OtherThan(stored with { Facts = Here with { Processor = null } }));
    }
}
