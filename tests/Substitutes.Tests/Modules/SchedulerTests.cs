using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Substitutes.Tests.Modules;

public sealed class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> schedulers = new()
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 4, 0.5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [3, 7, 7, 20], 0.3),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 10, 0.001),
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch)),
    };

    public static TheoryData<string> Schedulers => [.. schedulers.Keys];

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void RatesAreThoseOfPyTorch(string name)
    {
        using var p = nn.Parameter(zeros(1));
        using var q = nn.Parameter(zeros(1));
        using var optimizer = optim.SGD([new SGD.ParamGroup { Parameters = [p] }, new SGD.ParamGroup([q], 0.3)], 0.1);
        var scheduler = schedulers[name](optimizer);
        var rates = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(optimizer.ParamGroups.Select(g => g.LearningRate), scheduler.get_last_lr());
            rates.AddRange(scheduler.get_last_lr());
            optimizer.step();
            scheduler.step();
        }
        Recorded.Close(name, Recorded.Numbers($"rates.{name}"), [.. rates], 1e-15);
    }

    [Fact]
    public void AScheduleCanBeTakenUpInTheMiddle()
    {
        using var p = nn.Parameter(zeros(1));
        using var whole = optim.SGD([p], 0.1);
        var from = lr_scheduler.StepLR(whole, 3, 0.5);
        for (var i = 0; i < 4; i++) from.step();
        using var later = optim.SGD([p], 0.1);
        later.ParamGroups.Single().LearningRate = 0.05;
        var on = lr_scheduler.StepLR(later, 3, 0.5, last_epoch: 4);
        from.step();
        Assert.Equal(from.get_last_lr(), on.get_last_lr());
        from.step();
        on.step();
        Assert.Equal(from.get_last_lr(), on.get_last_lr());
    }
}
