using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

/// <summary>A module with every kind of component: private, inherited, renamed, in an auto-property, in a list, and a plain number.</summary>
internal class BaseNet(string name) : nn.Module<Tensor, Tensor>(name)
{
    private readonly nn.Module<Tensor, Tensor> inherited = nn.Linear(2, 2);

    public override Tensor forward(Tensor input) => inherited.call(input);

    protected Tensor Inherited(Tensor input) => inherited.call(input);
}

internal sealed class Net : BaseNet
{
    private readonly Linear _fc = nn.Linear(2, 3);
    private readonly Parameter scale = nn.Parameter(ones(3));
    private readonly Tensor offset = full(3, 0.5);
    private readonly int count = 4;

    [ComponentName(Name = "renamed")]
    private readonly Sequential tail = nn.Sequential(nn.ReLU(), nn.Linear(3, 1));

    public Net() : base("Net") => RegisterComponents();

    public Linear Auto { get; } = nn.Linear(1, 1, hasBias: false);

    public ModuleList<Linear> List { get; } = nn.ModuleList(nn.Linear(1, 2, hasBias: false), nn.Linear(2, 1, hasBias: false));

    public Parameter Scale => scale;

    public Tensor Offset => offset;

    public Linear Fc => _fc;

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var hidden = _fc.call(Inherited(input)) * scale + offset;
        return (Auto.call(tail.call(hidden)) * count).MoveToOuterDisposeScope();
    }
}
