using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

/// <summary>A change of inputs that is meant to make a network answer another class. All attacks here are untargeted and know the network's gradients.</summary>
/// <remarks>
/// A network is called in evaluation mode and is given back in the mode it was in; its parameters get no gradient. It takes a batch [n, ...] and answers logits [n, classes].
/// </remarks>
public abstract record Attack
{
    private protected Attack() { }

    /// <summary>The fast gradient sign method: <c>x' = clip(x + eps sign(dL/dx))</c> with the cross-entropy L (Goodfellow et al. 2015).</summary>
    /// <param name="epsilon">The change of each value, above 0.</param>
    /// <param name="range">Where values stay; 0 to 1 if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> isn't positive and finite.</exception>
    public static Attack Fgsm(double epsilon, PixelRange? range = null) => new Fgsm(PositiveNumber.Checked(epsilon)) { Range = range ?? PixelRange.Unit };

    /// <summary>
    /// DeepFool: steps to the nearest of the linearised decision boundaries, <c>r = |f_l| / |w_l|^2 w_l</c> with <c>f_k = z_k - z_c</c>, <c>w_k = df_k/dx</c> and l the class of least
    /// <c>|f_k| / |w_k|</c>, until the class c changes; the sum of the steps is stretched by 1 + overshoot (Moosavi-Dezfooli et al. 2016, Euclidean norm).
    /// </summary>
    /// <param name="steps">At most so many, at least 1.</param>
    /// <param name="overshoot">0 or more.</param>
    /// <param name="range">Where values stay; 0 to 1 if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Attack DeepFool(int steps = 50, double overshoot = 0.02, PixelRange? range = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (!(overshoot >= 0) || !double.IsFinite(overshoot))
            throw new ArgumentOutOfRangeException(nameof(overshoot), overshoot, FormattableString.Invariant($"The overshoot is {overshoot}; expected a finite number, 0 or more."));
        return new DeepFool(steps, overshoot) { Range = range ?? PixelRange.Unit };
    }

    /// <summary>
    /// Carlini and Wagner's attack in the Euclidean norm: minimises <c>|x' - x|^2 + c max(z_y - max_{i != y} z_i, -kappa)</c> over w with <c>x' = least + (most - least) (tanh w + 1)/2</c>
    /// by Adam, for several c found by bisection; the nearest input that succeeded is kept (Carlini and Wagner 2017).
    /// </summary>
    /// <param name="searches">Values of c for each input, at least 1.</param>
    /// <param name="steps">Steps of Adam for each of them, at least 1.</param>
    /// <param name="rate">Adam's step, above 0.</param>
    /// <param name="confidence">kappa, by how much the other class is to lead; 0 or more.</param>
    /// <param name="firstWeight">The first c, above 0.</param>
    /// <param name="range">Where values stay; 0 to 1 if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Attack CarliniWagner(int searches = 9, int steps = 1000, double rate = 0.01, double confidence = 0, double firstWeight = 1e-3, PixelRange? range = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(searches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (!(confidence >= 0) || !double.IsFinite(confidence))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, FormattableString.Invariant($"The confidence is {confidence}; expected a finite number, 0 or more."));
        return new CarliniWagner(searches, steps, PositiveNumber.Checked(rate), confidence, PositiveNumber.Checked(firstWeight)) { Range = range ?? PixelRange.Unit };
    }

    /// <summary>Where values stay.</summary>
    public PixelRange Range { get; private protected init; } = PixelRange.Unit;

    /// <summary>Attacks each input of a batch.</summary>
    /// <param name="network">Logits [n, classes] from inputs [n, ...]; left as it is.</param>
    /// <param name="inputs">x [n, ...], floating point, inside the range; left as they are.</param>
    /// <param name="labels">The classes to be left, int64 [n].</param>
    /// <param name="cancellation">Ends the attack between two steps.</param>
    /// <exception cref="ArgumentException">Inputs, labels and network don't fit each other, or an input is outside the range or isn't finite.</exception>
    public AttackResult Run(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, CancellationToken cancellation = default)
    {
        Check(network, inputs, labels);
        using var mode = new EvaluationMode(network);
        using var scope = NewDisposeScope();
        var changed = Change(network, inputs.detach(), labels, cancellation);
        using var still = no_grad();
        var succeeded = network.call(changed).argmax(1).ne(labels).cpu().data<bool>().ToArray();
        return new AttackResult(this, changed.MoveToOuterDisposeScope(), [.. Norms(changed - inputs).cpu().data<double>()], [.. succeeded]);
    }

    /// <summary>The changed inputs; in a dispose scope of the caller.</summary>
    private protected abstract Tensor Change(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels, CancellationToken cancellation);

    /// <summary>The Euclidean norm of each sample [n], float64.</summary>
    internal static Tensor Norms(Tensor samples) => samples.to(float64).flatten(1).square().sum(1).sqrt();

    private void Check(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        if (inputs.ndim < 2 || inputs.size(0) == 0 || !inputs.is_floating_point())
            throw new ArgumentException($"The inputs are {inputs.dtype} [{string.Join(", ", inputs.shape)}]; expected floating point [n, ...] with n at least 1.", nameof(inputs));
        if (labels.dtype != int64 || labels.ndim != 1 || labels.size(0) != inputs.size(0))
            throw new ArgumentException($"The labels are {labels.dtype} [{string.Join(", ", labels.shape)}]; expected int64 [{inputs.size(0)}], one class for each input.", nameof(labels));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        if (!FiniteNumbers.All(inputs)) throw new ArgumentException("An input is NaN or infinite; expected finite numbers.", nameof(inputs));
        var (least, most) = (inputs.min().ToDouble(), inputs.max().ToDouble());
        if (least < Range.Least || most > Range.Most)
            throw new ArgumentException(FormattableString.Invariant($"The inputs go from {least} to {most}; expected values from {Range.Least} to {Range.Most}, the attack's range."), nameof(inputs));
        using var mode = new EvaluationMode(network);
        var answer = network.call(inputs.narrow(0, 0, 1));
        if (answer.ndim != 2 || answer.size(1) < 2) throw new ArgumentException($"The network answers [{string.Join(", ", answer.shape)}] for one input; expected [1, classes] with two classes at least.", nameof(network));
        var (first, last) = (labels.min().ToInt64(), labels.max().ToInt64());
        if (first < 0 || last >= answer.size(1)) throw new ArgumentException($"The labels go from {first} to {last}; expected 0 to {answer.size(1) - 1}, the network's classes.", nameof(labels));
    }
}
