using Limpid.Reproduction;
using Limpid.Tests.Data;
using TorchSharp;
using Xunit;

namespace Limpid.Tests.Reproduction;

[Collection(ProcessCollection.Name)]
public sealed class ExperimentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed record Reading(double Accuracy, float Loss);

    private Experiment Open(RunMode mode = RunMode.Full, object? settings = null) =>
        new("mnist-grid", mode, settings ?? new { images = 100 }, _folder.Path, TimeSpan.Zero);

    private static Reading Read(Seed seed) => new(Math.Sqrt(seed.Value + 2), seed.Value == 1 ? float.NaN : 1 / 3f);

    [Fact]
    public void A_broken_run_goes_on_where_it_stopped_with_every_bit()
    {
        var ran = new List<long>();
        int kept = Notebook.Meter.Kept;
        Assert.Throws<TimeoutException>(() => Open().Replicates("gsr", Seed.Reported(4), seed =>
        {
            ran.Add(seed);
            return seed.Value == 2 ? throw new TimeoutException() : Read(seed);
        }));
        IReadOnlyList<Reading> readings = Open().Replicates("gsr", Seed.Reported(4), seed =>
        {
            ran.Add(seed);
            return Read(seed);
        });
        Assert.Equal([0, 1, 2, 2, 3], ran);
        Assert.Equal(kept + 2, Notebook.Meter.Kept);
        Assert.Equal(Seed.Reported(4).Select(Read), readings);
    }

    [Fact]
    public void Quick_mode_keeps_nothing()
    {
        Open(RunMode.Quick).Replicates("gsr", Seed.Reported(2), (seed, checkpoint) =>
        {
            Assert.False(checkpoint.SaveIfDue(_ => Assert.Fail("quick mode saved")));
            return Read(seed);
        });
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Another_mode_setting_name_or_a_completed_run_starts_anew()
    {
        int runs = 0;
        void Run(Experiment experiment, string name) => experiment.Replicates(name, Seed.Reported(1), _ => ++runs);
        Run(Open(), "gsr");
        Run(Open(), "gsr");
        Assert.Equal(1, runs);
        Run(Open(RunMode.Paper), "gsr");
        Run(Open(settings: new { images = 101 }), "gsr");
        Run(Open(), "l2");
        Assert.Equal(4, runs);
        Open().Complete();
        Run(Open(), "gsr");
        Assert.Equal(5, runs);
    }

    [Fact]
    public void Another_number_of_threads_starts_anew()
    {
        int threads = torch.get_num_threads();
        string folder = Open().Folder;
        try
        {
            torch.set_num_threads(threads + 1);
            Assert.NotEqual(folder, Open().Folder);
        }
        finally
        {
            torch.set_num_threads(threads);
        }
        Assert.Equal(folder, Open().Folder);
    }

    [Fact]
    public void What_this_run_made_itself_is_not_called_kept()
    {
        int kept = Notebook.Meter.Kept;
        Experiment experiment = Open();
        experiment.Replicates("gsr", Seed.Reported(2), Read);
        experiment.Replicates("gsr", Seed.Reported(2), Read);
        Assert.Equal(kept, Notebook.Meter.Kept);
    }

    [Fact]
    public void A_result_of_another_shape_is_computed_again()
    {
        Open().Replicates("gsr", Seed.Reported(1), _ => "text");
        Assert.Equal([1.5], Open().Replicates("gsr", Seed.Reported(1), _ => 1.5));
    }

    [Fact]
    public void A_long_replicate_resumes_from_its_last_complete_state()
    {
        static int Train(Checkpoint checkpoint, int stop)
        {
            int step = 0;
            checkpoint.TryRestore(folder => step = int.Parse(File.ReadAllText(Path.Combine(folder, "step")), System.Globalization.CultureInfo.InvariantCulture));
            int first = step;
            for (; step < 10; step++)
            {
                if (step == stop)
                    throw new TimeoutException();
                int now = step;
                checkpoint.SaveIfDue(folder => File.WriteAllText(Path.Combine(folder, "step"), FormattableString.Invariant($"{now}")));
            }
            return first;
        }
        Seed[] one = [new Seed(0)];
        Assert.Throws<TimeoutException>(() => Open().Replicates("gsr", one, (_, checkpoint) => Train(checkpoint, 4)));
        Assert.Throws<InvalidOperationException>(() => Open().Replicates<int>("gsr", one, (_, checkpoint) =>
        {
            checkpoint.SaveIfDue(folder =>
            {
                File.WriteAllText(Path.Combine(folder, "step"), "9");
                throw new InvalidOperationException("killed while saving");
            });
            return 0;
        }));
        Assert.Equal([3], Open().Replicates("gsr", one, (_, checkpoint) => Train(checkpoint, -1)));
        Assert.Equal(["gsr.json"], Directory.GetFileSystemEntries(Open().Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void It_saves_no_more_often_than_the_interval()
    {
        var experiment = new Experiment("nb", RunMode.Full, new { }, _folder.Path);
        experiment.Replicates("gsr", Seed.Reported(1), (_, checkpoint) =>
        {
            Assert.False(checkpoint.SaveIfDue(_ => Assert.Fail("five minutes have not passed")));
            return 0;
        });
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a b")]
    public void Names_are_plain(string name)
    {
        Assert.Equal("notebook", Assert.Throws<ArgumentException>(() => new Experiment(name, RunMode.Full, new { })).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Open().Replicates(name, Seed.Reported(1), _ => 0)).ParamName);
    }
}
