using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class DisposeTests
{
    [Fact]
    public void A_disposed_tensor_throws_and_may_be_disposed_again()
    {
        var t = ones(2);
        t.Dispose();
        t.Dispose();
        Assert.True(t.IsInvalid);
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => t + 1).Message);
        Assert.Throws<InvalidOperationException>(() => t.shape);
        Assert.Throws<InvalidOperationException>(() => ones(2) + t);
        Assert.Throws<InvalidOperationException>(() => t.Handle);
        Assert.Throws<InvalidOperationException>(() => cat([ones(2), t]));
        Assert.Throws<InvalidOperationException>(() => t.data<float>());
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it_unless_moved_or_detached()
    {
        Tensor inner, moved, detached, outerMade;
        using (var outer = NewDisposeScope())
        {
            outerMade = ones(2);
            using (var scope = NewDisposeScope())
            {
                inner = outerMade + 1;
                moved = (inner + 1).MoveToOuterDisposeScope();
                detached = (inner + 2).DetachFromDisposeScope();
                Assert.Equal(1, scope.DisposablesCount);
                Assert.True(scope.Contains(inner));
                Assert.Same(scope, CurrentDisposeScope);
            }
            Assert.True(inner.IsInvalid);
            Assert.False(moved.IsInvalid);
            Assert.Same(outer, CurrentDisposeScope);
        }
        Assert.True(moved.IsInvalid);
        Assert.True(outerMade.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Null(CurrentDisposeScope);
        detached.Dispose();
    }

    [Fact]
    public void At_the_outermost_scope_moving_out_detaches()
    {
        Tensor kept;
        using (NewDisposeScope()) kept = ones(2).MoveToOuterDisposeScope();
        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void A_scope_survives_disposal_of_its_members_and_keeps_what_it_is_told()
    {
        using var scope = NewDisposeScope();
        var made = Enumerable.Range(0, 500).Select(i => ones(1)).ToList();
        foreach (var t in made.Skip(10)) t.Dispose();
        Assert.Equal(10, scope.DisposablesCount);
        var keep = made[3];
        scope.DisposeEverythingBut(keep);
        Assert.False(keep.IsInvalid);
        Assert.True(made[4].IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        var free = ones(1).DetachFromDisposeScope();
        scope.Attach(free);
        Assert.Equal([keep, free], scope.DisposablesView);
        scope.DisposeEverything();
        Assert.True(free.IsInvalid);
    }

    [Fact]
    public void Scopes_are_per_thread_and_wrap_an_expression()
    {
        using var scope = NewDisposeScope();
        (Tensor? made, DisposeScope? scope) elsewhere = default;
        var thread = new Thread(() => elsewhere = (ones(1), CurrentDisposeScope));
        thread.Start();
        thread.Join();
        Assert.Null(elsewhere.scope);
        Assert.False(scope.Contains(elsewhere.made!));
        Tensor? intermediate = null;
        var result = WrappedTensorDisposeScope(() => (intermediate = ones(2)) + 1);
        Assert.True(intermediate!.IsInvalid);
        Assert.Equal(4.0, result.sum().ToDouble());
    }

    [Fact]
    public void In_place_operators_return_their_object_and_views_a_new_one()
    {
        var t = ones(2);
        Assert.Same(t, t.add_(1));
        Assert.Same(t, t.mul_(t));
        Assert.Same(t, t.zero_());
        Assert.NotSame(t, t.alias());
        Assert.NotSame(t, t.to(ScalarType.Float32));
        Assert.NotSame(t, t.cpu());
        Assert.NotSame(t, t.contiguous());
        t.to(ScalarType.Float32).fill_(3);
        Assert.Equal(6.0, t.sum().ToDouble());
    }

    [Fact]
    public void A_gradient_outlives_the_scope_of_its_backward()
    {
        var w = ones(2, requires_grad: true);
        using (NewDisposeScope()) (w * 3).sum().backward();
        Assert.Equal(6.0, w.grad!.sum().ToDouble());
    }

    [Fact]
    public void Statistics_count_what_lives()
    {
        DisposeScopeManager.Statistics.Reset();
        var free = ones(1);
        using (NewDisposeScope()) _ = ones(1) + 1;
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.ThreadTotalLiveCount);
        free.Dispose();
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
