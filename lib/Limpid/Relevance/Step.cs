using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>A node in the course of one run: what went in, what came out, and the graph between them.</summary>
/// <remarks>Inputs are leaves of their own, so that a step's backward pass ends at the step.</remarks>
internal sealed class Step : IDisposable
{
    private readonly Tensor result;
    private readonly LinearOperation? linear;
    private readonly Tensor? mask;

    /// <summary>Runs a node.</summary>
    /// <param name="operation">What it computes.</param>
    /// <param name="inputs">Its inputs, without gradient.</param>
    /// <param name="nonNegative">Whether the first input is known not to be negative.</param>
    /// <param name="graph">Whether the graph is needed.</param>
    /// <param name="ledger">Whether to keep books.</param>
    /// <param name="mask">1 for entries of the input that may contribute, 0 for those that may not; null for all.</param>
    internal Step(Operation operation, IReadOnlyList<Tensor> inputs, bool nonNegative, bool graph, bool ledger, Tensor? mask = null)
    {
        (Operation, NonNegative, Ledger, this.mask) = (operation, nonNegative, ledger, mask);
        linear = operation as LinearOperation;
        // Indices have no gradient.
        graph &= inputs.All(input => input.is_floating_point());
        Inputs = graph ? [.. inputs.Select(input => input.detach().requires_grad_(true))] : [.. inputs.Select(input => input.alias())];
        using (set_grad_enabled(graph)) result = operation.Forward(Inputs);
        Output = result.detach();
    }

    internal Operation Operation { get; }

    internal Tensor[] Inputs { get; }

    internal Tensor Output { get; }

    /// <summary>Whether the input is known not to be negative.</summary>
    internal bool NonNegative { get; }

    internal bool Ledger { get; }

    /// <summary>What was absorbed, if a ledger is kept and the rule books it.</summary>
    internal LedgerBook? Book { get; private set; }

    internal static bool IsPlain(Term term) => term is { Input: var input, Weight: var weight } && input == InputPart.All && weight == WeightPart.All;

    /// <summary>The gradient of &lt;output, relevance&gt; by the input.</summary>
    internal static Tensor Transposed(Tensor output, Tensor input, Tensor relevance) =>
        autograd.grad([output], [input], [relevance], retain_graph: true, allow_unused: true) is [{ IsInvalid: false } gradient] ? gradient : zeros_like(input);

    /// <summary>The vector-Jacobian products of the node itself.</summary>
    internal Tensor[] Transposed(Tensor relevance) =>
        [.. autograd.grad([result], Inputs, [relevance], retain_graph: true, allow_unused: true)
            .Select((gradient, i) => gradient.IsInvalid ? zeros_like(Inputs[i]) : gradient)];

    /// <summary>Takes over the book of a step that stood in for this one.</summary>
    internal void Adopt(Step other) => Book = other.Book;

    internal LedgerBook? OpenBook(Tensor relevance) => Ledger ? Book = new LedgerBook(relevance) : null;

    /// <summary>The contributions n_jk of a share. Terms whose part of x is 0 everywhere are left out.</summary>
    internal Contributions Contributions(Share share, BiasPolicy policy)
    {
        var (weight, own) = (linear!.Weight(), linear.Bias());
        // A layer's own output holds its bias, to be taken off where the share doesn't want it.
        var bias = policy == BiasPolicy.Absorb && own is not null ? share.Bias?.Of(own) : null;
        var missing = bias;
        var terms = new List<(Tensor Input, Tensor Output)>();
        Tensor? sum = null;
        foreach (var term in share.Terms)
        {
            if (NonNegative && term.Input == InputPart.Negative) continue;
            Tensor part;
            if (IsPlain(term) && Inputs[0].requires_grad && mask is null)
            {
                terms.Add((Inputs[0], result));
                (part, missing) = (own, share.Bias) switch
                {
                    (null, _) => (Output, missing),
                    (_, { } kind) when kind == WeightPart.All && missing is not null => (Output, null),
                    _ => (Output - Along(own), missing),
                };
            }
            else
            {
                var input = Part(term.Input);
                Tensor output;
                using (enable_grad()) output = linear.Apply(input, term.Weight.Of(weight), missing);
                missing = null;
                terms.Add((input, output));
                part = output.detach();
            }
            sum = sum is null ? part : sum + part;
        }
        sum ??= zeros_like(Output);
        return new Contributions(terms, missing is null ? sum : sum + Along(missing), bias is null ? null : Along(bias));
    }

    /// <summary>The same run with inputs that may not contribute.</summary>
    internal Step Masked(Tensor keep) => new(Operation, [.. Inputs.Select(input => input.detach())], NonNegative, false, false, keep);

    /// <summary>The part of the bias in a share's denominator, shaped to broadcast, or null.</summary>
    internal Tensor? BiasPart(Share share, BiasPolicy policy) =>
        policy == BiasPolicy.Absorb && share.Bias is { } kind && linear!.Bias() is { } own ? Along(kind.Of(own)) : null;

    /// <summary>For each output the sum of its contributions of one sign, as a positive number; each term by itself.</summary>
    internal Tensor SignedMass(Share share, int sign) => SignedTerms(share, sign).Select(term => term.Output.detach()).Aggregate((sum, next) => sum + next).mul(sign);

    /// <summary>Contributions of one sign times a factor per output.</summary>
    internal Tensor SendSigned(Share share, int sign, Tensor quotient) =>
        SignedTerms(share, sign).Select(term => Transposed(term.Output, term.Input, quotient) * term.Input.detach()).Aggregate((sum, next) => sum + next);

    // Positive contributions are x+ w+ and x- w-, negative ones x+ w- and x- w+.
    private List<(Tensor Input, Tensor Output)> SignedTerms(Share share, int sign)
    {
        var weight = linear!.Weight();
        var terms = new List<(Tensor, Tensor)>();
        foreach (var term in share.Terms)
        {
            var (input, part) = (Part(term.Input).detach(), term.Weight.Of(weight));
            foreach (var (x, w) in new[] { (input.clamp_min(0), sign > 0 ? part.clamp_min(0) : part.clamp_max(0)), (input.clamp_max(0), sign > 0 ? part.clamp_max(0) : part.clamp_min(0)) })
            {
                var leaf = x.detach().requires_grad_(true);
                using (enable_grad()) terms.Add((leaf, linear.Apply(leaf, w, null)));
            }
        }
        return terms;
    }

    /// <summary>Frees what the step holds; other handles on the same tensors live on.</summary>
    public void Dispose()
    {
        foreach (var input in Inputs) input.Dispose();
        result.Dispose();
        Output.Dispose();
    }

    private Tensor Part(InputPart part)
    {
        var input = NonNegative && part == InputPart.Positive ? Inputs[0].detach() : part.Of(Inputs[0].detach()).detach();
        return (mask is null ? input : input * mask).requires_grad_(true);
    }

    /// <summary>A bias shaped to broadcast to the output.</summary>
    private Tensor Along(Tensor bias) => linear!.BiasAxis < 0 ? bias : bias.view([-1, .. Enumerable.Repeat(1L, (int)Output.dim() - 2)]);
}
