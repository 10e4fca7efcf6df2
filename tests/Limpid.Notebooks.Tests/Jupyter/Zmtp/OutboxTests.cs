using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Tests.Jupyter.Zmtp;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_full_outbox_makes_the_sender_wait_until_something_is_taken()
    {
        var outbox = new Outbox(limit: 2, TimeSpan.FromMinutes(5));
        Assert.True(outbox.Add([1, 2, 3]));
        var second = Task.Run(() => outbox.Add([4]));
        await Task.Delay(100);
        Assert.False(second.IsCompleted);
        Assert.Equal([1, 2, 3], outbox.Take());
        Assert.True(await second.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal([4], outbox.Take());
        Assert.False(outbox.IsEmpty);
    }

    [Fact]
    public void A_receiver_that_takes_nothing_is_given_up()
    {
        var outbox = new Outbox(limit: 1, TimeSpan.FromMilliseconds(50));
        Assert.True(outbox.Add([1, 2]));
        Assert.False(outbox.Add([3]));
        Assert.Null(outbox.Take());
        Assert.False(outbox.Add([4]));
    }

    [Fact]
    public async Task Closing_wakes_all_who_wait()
    {
        var outbox = new Outbox(limit: 1, TimeSpan.FromMinutes(5));
        var taker = Task.Run(outbox.Take);
        outbox.Close();
        Assert.Null(await taker.WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
