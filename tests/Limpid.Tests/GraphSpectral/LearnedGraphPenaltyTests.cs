using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class LearnedGraphPenaltyTests
{
    private static readonly GraphLearning Short = new() { PretrainSteps = 4, RefreshEvery = 3, GraphBatchSize = 16, Weight = 0.5 };

    [Fact]
    public void GraphsAreBuiltWhenTheyAreDue()
    {
        using var penalty = new LearnedGraphPenalty(6, Short, float64);
        using var z = Check.Random(1, 8, 6);
        var sizes = new List<int>();
        for (var step = 0; step < 12; step++)
        {
            Assert.True(penalty.NextStep(size =>
            {
                sizes.Add(size);
                return Check.Random(step, size, 6);
            }));
            Assert.Equal(step < 4, penalty.Graph is null);
            Assert.Equal(step < 4, penalty.call(z).ToDouble() == 0);
        }
        Assert.Equal([4, 7, 10], penalty.History.Select(learned => learned.Step));
        Assert.Equal([16, 16, 16], sizes);
        Assert.Equal(12, penalty.Steps);
        Assert.Same(penalty.Graph, penalty.History[^1].Graph);
        using var fixedGraph = new GraphSpectralPenalty(penalty.Graph!, 0.5, LaplacianKind.Symmetric, dtype: float64);
        Assert.Equal(fixedGraph.call(z).ToDouble(), penalty.call(z).ToDouble());
    }

    [Fact]
    public void TheGraphInUseIsTheMeanOfTheLastOnes()
    {
        using var scope = NewDisposeScope();
        using var penalty = new LearnedGraphPenalty(6, Short with { PretrainSteps = 0, RefreshEvery = 1, AverageOver = 3 }, float64);
        var single = new List<Graph>();
        for (var step = 0; step < 5; step++)
        {
            single.Add(CoActivation.Graph(Check.Random(step, 16, 6)));
            penalty.NextStep(size => Check.Random(step, size, 6));
            Assert.Equal(Graph.Mean([.. single.TakeLast(3)]).Edges, penalty.Graph!.Edges);
            Assert.Same(penalty.Graph, penalty.History[^1].Graph);
        }
    }

    [Fact]
    public void NoGradientFlowsThroughTheGraph()
    {
        using var scope = NewDisposeScope();
        using var penalty = new LearnedGraphPenalty(5, Short with { PretrainSteps = 0 }, float64);
        var weights = Check.Random(2, 5, 5).requires_grad_();
        penalty.NextStep(size =>
        {
            var z = Check.Random(3, size, 5).mm(weights);
            Assert.False(z.requires_grad);
            return z;
        });
        Check.Gradient(penalty.call, Check.Random(4, 6, 5));
        Assert.Null(weights.grad);
    }

    [Fact]
    public void StopsSomeStepsAfterTheGraphFellApart()
    {
        var settings = Short with { PretrainSteps = 0, RefreshEvery = 2, StopWhenDisconnected = true, StepsAfterStop = 3, Kernel = CoActivationKernel.Gaussian() };
        using var penalty = new LearnedGraphPenalty(4, settings, float64);
        var apart = false;
        var steps = 0;
        while (penalty.NextStep(size => apart ? eye(4, dtype: float64) * 100 : zeros(size, 4, float64)) && steps < 50)
        {
            steps++;
            apart = steps > 3;
        }
        // Whole at steps 0 and 2, apart at 4; three more steps with the graph of step 2.
        Assert.Equal(7, steps);
        Assert.Equal([0, 2, 4], penalty.History.Select(learned => learned.Step));
        Assert.Same(penalty.Graph, penalty.History[1].Graph);
    }

    [Fact]
    public void WithoutTheRuleItGoesOn()
    {
        var settings = Short with { PretrainSteps = 0, Kernel = CoActivationKernel.Gaussian() };
        using var penalty = new LearnedGraphPenalty(4, settings, float64);
        for (var step = 0; step < 20; step++) Assert.True(penalty.NextStep(_ => eye(4, dtype: float64) * 100));
        Assert.Equal(7, penalty.History.Count);
    }

    [Fact]
    public void WrongInputIsNamedAndNothingIsLeft()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("1 neurons", Assert.Throws<ArgumentOutOfRangeException>(() => new LearnedGraphPenalty(1)).Message);
        Assert.Equal("RefreshEvery", Assert.Throws<ArgumentOutOfRangeException>(() => new LearnedGraphPenalty(3, new GraphLearning { RefreshEvery = 0 })).ParamName);
        Assert.Equal("AverageOver", Assert.Throws<ArgumentOutOfRangeException>(() => new LearnedGraphPenalty(3, new GraphLearning { AverageOver = 0 })).ParamName);
        Assert.Equal("Weight", Assert.Throws<ArgumentOutOfRangeException>(() => new LearnedGraphPenalty(3, new GraphLearning { Weight = -1 })).ParamName);
        using var penalty = new LearnedGraphPenalty(3, Short with { PretrainSteps = 0, RefreshEvery = 1 });
        Assert.Contains("[16, 4]; expected [B, 3]", Assert.Throws<ArgumentException>(() => penalty.NextStep(size => zeros(size, 4))).Message);
        Assert.Equal(0, penalty.Steps);
        penalty.NextStep(size => rand(size, 3));
        Check.LeavesNothing(() => penalty.NextStep(size => rand(size, 3)));
    }
}
