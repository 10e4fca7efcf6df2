using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class HookTests
{
    [Fact]
    public void HooksRunAroundForwardInTheGenuineOrderAndOnlyThroughCall()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Identity();
        var seen = new List<string>();
        layer.register_forward_hook(m => seen.Add("action-post"));
        layer.register_forward_hook((m, x, y) => { seen.Add("func-post"); return null!; });
        layer.register_forward_pre_hook((m, x) => { seen.Add("func-pre"); return null!; });
        layer.register_forward_pre_hook(m => seen.Add("action-pre"));
        layer.call(ones(1));
        Assert.Equal(["action-pre", "func-pre", "func-post", "action-post"], seen);
        layer.forward(ones(1));
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void AHookMayReplaceInputAndOutput()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Identity();
        layer.register_forward_pre_hook((m, x) => x * 2);
        layer.register_forward_hook((m, x, y) => x + y);
        Assert.Equal(12, layer.call(tensor(3.0)).item<double>());
    }

    [Fact]
    public void ARemovedHookNoLongerRuns()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Identity();
        var count = 0;
        var post = layer.register_forward_hook((m, x, y) => { count++; return null!; });
        var pre = layer.register_forward_pre_hook(m => count += 10);
        layer.call(ones(1));
        post.remove();
        layer.call(ones(1));
        pre.remove();
        pre.remove();
        layer.call(ones(1));
        Assert.Equal(21, count);
    }

    [Fact]
    public void AHookMayRemoveItselfButAddingOneWhileTheyRunThrows()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Identity();
        var count = 0;
        nn.HookableModule<Func<nn.Module<Tensor, Tensor>, Tensor, Tensor>, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>>.HookRemover? self = null;
        self = layer.register_forward_hook((m, x, y) => { count++; self!.remove(); return null!; });
        layer.call(ones(1));
        layer.call(ones(1));
        Assert.Equal(1, count);
        layer.register_forward_hook((m, x, y) => { m.register_forward_hook((_, _, _) => null!); return null!; });
        Assert.Throws<InvalidOperationException>(() => layer.call(ones(1)));
    }

    [Fact]
    public void ModulesWithMoreInputsHaveHooksToo()
    {
        using var scope = NewDisposeScope();
        using var loss = nn.MSELoss();
        loss.register_forward_pre_hook((m, x, y) => (x, x));
        Assert.Equal(0, loss.call(ones(2), zeros(2)).item<float>());
        using var three = new Three();
        three.register_forward_pre_hook((m, a, b, c) => null);
        three.register_forward_hook((m, a, b, c, y) => y * c);
        Assert.Equal(30, three.call(tensor(1.0), tensor(5.0), tensor(5.0)).item<double>());
        nn.IModule<Tensor, Tensor, Tensor, Tensor> face = three;
        Assert.Equal(30, face.call(tensor(1.0), tensor(5.0), tensor(5.0)).item<double>());
    }

    [Fact]
    public void HooksFireInsideASequentialWhereTheirOutputsAreDisposed()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1));
        Tensor? raw = null, kept = null;
        foreach (var module in net.children())
            if (module is nn.Module<Tensor, Tensor> m && m.GetName() == "Tanh")
                m.register_forward_hook((_, _, y) => { raw = y; kept = y.alias(); return null!; });
        var output = net.call(ones(1, 2));
        Assert.True(raw!.IsInvalid);
        var grad = autograd.grad([output.sum()], [kept!])[0];
        Assert.Equal(Recorded.ValuesOf(net.get_parameter("2.weight")!), Recorded.ValuesOf(grad));
    }

    private sealed class Three() : nn.Module<Tensor, Tensor, Tensor, Tensor>("Three")
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => input1 + input2;
    }
}
