using System.Collections.Immutable;
using System.Text;
using Limpid.Display;
using Limpid.Relevance.Networks;

namespace Limpid.Relevance;

/// <summary>What a propagation will do, before it does it: each layer, the rule it gets, how it is pruned, and what is in the way. Shows itself as a table.</summary>
[TypeFormatterSource(typeof(RelevancePlanFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RelevancePlan
{
    private RelevancePlan(string composite, ImmutableArray<PlanRow> rows, ImmutableArray<string> problems) => (Composite, Rows, Problems) = (composite, rows, problems);

    /// <summary>Name of the composite.</summary>
    public string Composite { get; }

    /// <summary>The layers in the order of execution.</summary>
    public ImmutableArray<PlanRow> Rows { get; }

    /// <summary>What keeps it from running; empty if it can run.</summary>
    public ImmutableArray<string> Problems { get; }

    internal static RelevancePlan Make(Network network, Composite composite, UnsupportedLayers unsupported)
    {
        var places = LayerPlace.All(network);
        ImmutableArray<PlanRow> rows = [.. places.Skip(1).Select(place => Row(place, composite, unsupported, place.Node == network.Nodes[network.Output]))];
        var unknown = composite.Names.Where(name => rows.All(row => row.Layer != name))
            .Select(name => $"The composite gives a rule to a layer '{name}', which the network doesn't have. Its layers are: {string.Join(", ", rows.Select(row => row.Layer))}.");
        return new(composite.Name, rows, [.. unknown, .. rows.Select(row => row.Problem).OfType<string>()]);
    }

    /// <summary>The plan as text, one line per layer.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Composite}\n");
        var width = Rows.Max(row => row.Layer.Length);
        foreach (var row in Rows)
            text.Append(row.Layer.PadRight(width)).Append("  ").Append(row.Problem ?? $"{row.Kind}: {row.Rule}{Cut(row)}").Append('\n');
        return text.ToString();
    }

    internal static string Cut(PlanRow row) => row.Shares is { } shares ? FormattableString.Invariant($", pruned {shares.Positive} / {shares.Negative}") : "";

    private static PlanRow Row(LayerPlace place, Composite composite, UnsupportedLayers unsupported, bool last)
    {
        var rule = composite.RuleFor(place);
        var refusal = last && place.Kind == LayerKind.Softmax
            ? "relevance starts from the scores before soft-max; build the model without its last layer"
            : rule is null ? $"there is no rule for {place.Kind}" : rule.Refusal(place.Node);
        if (refusal is not null && unsupported == UnsupportedLayers.Gradient && place.Kind != LayerKind.Embedding) (rule, refusal) = (Relevance.Rule.Gradient(), null);
        var shares = composite.Pruning?.At(place);
        if (refusal is null && shares is not null && composite.Pruning!.Kind == PruningKind.Matrix && rule is not ShareRule)
            refusal = $"PLRP-M applies a rule to masked inputs, which {rule} doesn't allow; use PLRP-lambda";
        return new PlanRow(place.Name, place.Kind, rule, shares, refusal is null ? null :
            $"Layer '{place.Name}' ({place.Kind}): {refusal}. Give it a rule with composite.With(\"{place.Name}\", rule), let the class implement INetworkBlock, or send the gradient through with UnsupportedLayers.Gradient.");
    }
}
