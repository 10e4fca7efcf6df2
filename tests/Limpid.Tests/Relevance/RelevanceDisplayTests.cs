using Limpid.Relevance;
using Limpid.Tests.Relevance.RulesByHand;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

/// <summary>Plans, results and their books as the genuine formatting package shows them.</summary>
public class RelevanceDisplayTests
{
    private static RelevancePropagation Pruned(string layer = "score") =>
        new(WholeNumberNet.Make(), Composite.Uniform(Rule.Zero()).With(layer, Rule.ZPlus(0)).Pruned(Pruning.Lambda()));

    private static RelevanceResult Result() => Pruned("hidden").Explain(WholeNumberNet.Input(), new RelevanceOptions { Ledger = true });

    [Theory]
    [InlineData(typeof(RelevancePlan))]
    [InlineData(typeof(RelevanceResult))]
    [InlineData(typeof(RelevanceLedger))]
    [InlineData(typeof(PruningReport))]
    public void Each_shows_itself_in_two_forms(Type type) => Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(type));

    [Fact]
    public void A_plan_has_a_line_for_each_layer()
    {
        var plan = Pruned().Plan;
        Assert.Contains("<td style=\"text-align:left;padding:2px 10px\">z+</td>", plan.ToDisplayString("text/html"), StringComparison.Ordinal);
        var lines = plan.ToDisplayString("text/plain").Split('\n');
        Assert.Equal(["layer", "kind", "rule", "p+", "p-"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["score", "Linear", "z+", "0.25", "0.125"], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["hidden", "Linear", "LRP-0"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_plan_that_cannot_run_says_why()
    {
        var plan = new RelevancePropagation(WholeNumberNet.Make(), Composite.Uniform(Rule.Zero()).With("<b>", Rule.Flat())).Plan;
        Assert.Contains("&lt;b&gt;", plan.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Contains("It can't run: The composite gives a rule to a layer '<b>'", plan.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_says_how_much_of_the_score_reached_the_input()
    {
        using var result = Result();
        // z+ under PLRP-lambda: (11, -3, 0) of a score of 24.
        Assert.Equal(["0", "0", "24", "8", "16", "2"], result.ToDisplayString("text/plain").Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(">16</td>", result.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_samples_are_cut_short_and_an_own_start_has_no_score()
    {
        using var scope = NewDisposeScope();
        using var many = Pruned().Explain(rand(13, 3, dtype: float64));
        var text = many.ToString();
        Assert.Equal(12, text.Split('\n').Length);
        Assert.Contains("the first 10 of 13", text, StringComparison.Ordinal);
        using var own = Pruned().ExplainFrom(WholeNumberNet.Input(), scores => ones_like(scores));
        Assert.Contains("own start", own.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_balances_line_by_line()
    {
        using var result = Result();
        var lines = result.Ledger.ToDisplayString("text/plain").Split('\n');
        Assert.Equal(["score", "LRP-0", "24", "12", "0", "0", "12", "24", "-12"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["hidden", "z+", "12", "4", "0", "0", "8", "11", "-3"], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("<table>", result.Ledger.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(3, result.Ledger.Count);
        Assert.Contains("it has score, relu, hidden", Assert.Throws<KeyNotFoundException>(() => result.Ledger["head"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_names_what_was_cut()
    {
        using var result = Result();
        Assert.Equal(["score", "5", "2", "0.25", "0", "1.333", "1", "0"], result.Pruning.ToDisplayString("text/plain").Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_books_a_sentence_stands_in_their_place()
    {
        using var result = new RelevancePropagation(WholeNumberNet.Make(), Composite.Uniform(Rule.Zero())).Explain(WholeNumberNet.Input());
        Assert.Equal("<p>Nothing was pruned.</p>", result.Pruning.ToDisplayString("text/html"));
        Assert.Contains("RelevanceOptions.Ledger", result.Ledger.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }
}
