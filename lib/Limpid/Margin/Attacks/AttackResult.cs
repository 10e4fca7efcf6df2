using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

/// <summary>Inputs changed by an attack.</summary>
public sealed class AttackResult : IDisposable
{
    internal AttackResult(Attack attack, Tensor inputs, ImmutableArray<double> norms, ImmutableArray<bool> succeeded) => (Attack, Inputs, Norms, Succeeded) = (attack, inputs, norms, succeeded);

    /// <summary>What was done.</summary>
    public Attack Attack { get; }

    /// <summary>The changed inputs, in shape and type those given.</summary>
    public Tensor Inputs { get; }

    /// <summary>The Euclidean norm of each change.</summary>
    public ImmutableArray<double> Norms { get; }

    /// <summary>Whether the network no longer answers the class that was attacked.</summary>
    public ImmutableArray<bool> Succeeded { get; }

    /// <summary>The share of inputs on which the attack succeeded.</summary>
    public double SuccessRate => Succeeded.Count(each => each) / (double)Succeeded.Length;

    /// <summary>Frees <see cref="Inputs"/>.</summary>
    public void Dispose() => Inputs.Dispose();

    /// <summary>For example "FGSM, eps 0.1: 93.0% of 200, mean norm 2.31".</summary>
    public override string ToString() => FormattableString.Invariant($"{Attack}: {SuccessRate:P1} of {Norms.Length}, mean norm {Norms.Average():g3}");
}
