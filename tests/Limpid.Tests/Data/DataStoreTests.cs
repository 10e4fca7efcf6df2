using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class DataStoreTests : IDisposable
{
    private readonly TempFolder _manifest = new();
    private readonly TempFolder _cache = new();
    private readonly TempFolder _user = new();
    private readonly LocalServer _server = new();

    public void Dispose()
    {
        _server.Dispose();
        _manifest.Dispose();
        _cache.Dispose();
        _user.Dispose();
    }

    private DataStore Store(params object[] sources) =>
        new(SmallSet.Catalog(_manifest, sources), new DataOptions(_cache.Path, _user.Path, _server.Address));

    private object Plain() => SmallSet.Url(_server.Address + "plain/{file}");

    private object Zipped() => SmallSet.Url(_server.Address + "zipped/{file}.gz");

    private void ServePlain(byte[] first) => (_server.Answers["/plain/first"], _server.Answers["/plain/second"]) = (first, SmallSet.Second);

    private void ServeZipped() =>
        (_server.Answers["/zipped/first.gz"], _server.Answers["/zipped/second.gz"]) = (SmallSet.Zip(SmallSet.First), SmallSet.Zip(SmallSet.Second));

    private string[] CachedNames() => [.. Directory.GetFileSystemEntries(Path.Combine(_cache.Path, SmallSet.Name)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Fetches_once_and_then_reads_the_cache()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(Plain());
        Assert.Equal(DataState.Missing, store.Status(SmallSet.Name).State);
        DataSetStatus status = await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken);
        Assert.Equal((DataState.Cached, (long)(SmallSet.First.Length + SmallSet.Second.Length)), (status.State, status.BytesOnDisk));
        Assert.Equal(SmallSet.First, store.Read(SmallSet.Name, "first"));
        Assert.Equal(SmallSet.Second, store.Read(SmallSet.Name, "second"));
        Assert.Equal(2, _server.Requests.Count);
        Assert.Equal([".lock", "first", "second"], CachedNames());
    }

    [Fact]
    public void Undoes_gzip()
    {
        ServeZipped();
        Assert.Equal(SmallSet.First, Store(Zipped()).Read(SmallSet.Name, "first"));
    }

    [Fact]
    public void Takes_files_out_of_an_npm_tarball_whatever_else_it_holds()
    {
        byte[] tarball = SmallSet.Tarball(
            ("../../escape", SmallSet.Second), ("package/data/second", SmallSet.Second), ("package/readme", SmallSet.Second), ("package/data/first", SmallSet.First));
        _server.Answers["/@scope/pack/-/pack-1.2.3.tgz"] = tarball;
        DataStore store = Store(SmallSet.Npm(tarball));
        Assert.Equal(SmallSet.First, store.Read(SmallSet.Name, "first"));
        Assert.Equal([".lock", "first", "second"], CachedNames());
        Assert.Equal([SmallSet.Name], Directory.GetFileSystemEntries(_cache.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Keeps_an_npm_tarball_whole_where_it_is_the_file_asked_for()
    {
        byte[] tarball = SmallSet.Tarball(("package/data/first", SmallSet.First));
        _server.Answers["/@scope/pack/-/pack-1.2.3.tgz"] = tarball;
        object source = new { kind = "npm", package = "@scope/pack", version = "1.2.3", size = tarball.Length, sha256 = SmallSet.Hash(tarball) };
        var store = new DataStore(SmallSet.Catalog(_manifest, [("pack.tgz", tarball)], source), new DataOptions(_cache.Path, _user.Path, _server.Address));
        Assert.Equal(tarball, store.Read(SmallSet.Name, "pack.tgz"));
        Assert.Equal([".lock", "pack.tgz"], CachedNames());
    }

    [Fact]
    public void Refuses_another_tarball_and_one_without_the_files()
    {
        byte[] promised = SmallSet.Tarball(("package/data/first", SmallSet.First));
        _server.Answers["/@scope/pack/-/pack-1.2.3.tgz"] = SmallSet.Tarball(("package/data/first", SmallSet.Second));
        var error = Assert.Throws<DataSetUnavailableException>(() => Store(SmallSet.Npm(promised)).Read(SmallSet.Name, "first"));
        Assert.Contains(SmallSet.Hash(promised), error.Message);
        _server.Answers["/@scope/pack/-/pack-1.2.3.tgz"] = promised;
        error = Assert.Throws<DataSetUnavailableException>(() => Store(SmallSet.Npm(promised)).Read(SmallSet.Name, "first"));
        Assert.Contains("the package holds no package/data/second", error.Message);
    }

    [Fact]
    public void Falls_back_to_the_next_source()
    {
        ServeZipped();
        Assert.Equal(SmallSet.First, Store(Plain(), Zipped()).Read(SmallSet.Name, "first"));
    }

    [Fact]
    public void Says_what_was_tried_with_expected_and_actual_hash_and_keeps_nothing()
    {
        byte[] wrong = [.. SmallSet.First];
        wrong[77]++;
        ServePlain(wrong);
        var error = Assert.Throws<DataSetUnavailableException>(() => Store(SmallSet.Folder(), Plain(), Zipped()).Read(SmallSet.Name, "first"));
        Assert.Contains(SmallSet.Hash(SmallSet.First), error.Message);
        Assert.Contains(SmallSet.Hash(wrong), error.Message);
        Assert.Contains("LIMPID_DATA", error.Message);
        Assert.Contains("404", error.Message);
        Assert.Equal(3, error.Attempts.Count);
        Assert.Equal([".lock"], CachedNames());
    }

    [Fact]
    public void A_transfer_cut_short_is_a_failed_source()
    {
        ServePlain(SmallSet.First);
        ServeZipped();
        _server.CutShort["/plain/first"] = true;
        Assert.Equal(SmallSet.First, Store(Plain(), Zipped()).Read(SmallSet.Name, "first"));
        Assert.Contains("/zipped/first.gz", _server.Requests);
    }

    [Fact]
    public void Bzip2_at_an_address_is_undone_and_damage_is_a_failed_source()
    {
        byte[] packed = SmallSet.Bzip(SmallSet.First);
        (_server.Answers["/bad/first.bz2"], _server.Answers["/good/first.bz2"]) = ([.. packed[..2000], .. new byte[500], .. packed[2500..]], packed);
        _server.Answers["/good/second.bz2"] = SmallSet.Bzip(SmallSet.Second);
        Assert.Equal(SmallSet.First, Store(SmallSet.Url(_server.Address + "bad/{file}.bz2"), SmallSet.Url(_server.Address + "good/{file}.bz2")).Read(SmallSet.Name, "first"));
        Assert.Contains("/bad/first.bz2", _server.Requests);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(400_000)]
    public void A_file_of_another_length_is_refused(int length)
    {
        byte[] other = new byte[length];
        ServePlain(other);
        var error = Assert.Throws<DataSetUnavailableException>(() => Store(Plain()).Read(SmallSet.Name, "first"));
        Assert.Contains(length < SmallSet.First.Length ? "got 1000 bytes" : "got a longer content", error.Message);
    }

    [Fact]
    public void No_network_is_one_sentence()
    {
        DataStore store = Store(SmallSet.Url($"http://127.0.0.1:{LocalServer.FreePort()}/{{file}}"));
        var error = Assert.Throws<DataSetUnavailableException>(() => store.Read(SmallSet.Name, "first"));
        Assert.Contains("no connection", error.Message);
        Assert.Contains("LIMPID_DATA", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_damaged_cached_file_is_removed_and_fetched_again()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(Plain());
        store.Read(SmallSet.Name, "first");
        string path = Path.Combine(_cache.Path, SmallSet.Name, "first");
        File.WriteAllBytes(path, SmallSet.First[..^1]);
        Assert.Contains("first", Assert.Single(Assert.Single(store.Verify()).Problems));
        Assert.Equal(SmallSet.First, store.Read(SmallSet.Name, "first"));
        Assert.Equal(SmallSet.First, File.ReadAllBytes(path));
        Assert.True(Assert.Single(store.Verify()).Ok);
    }

    [Fact]
    public async Task A_file_of_another_length_is_not_at_hand()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(Plain());
        await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken);
        File.WriteAllBytes(Path.Combine(_cache.Path, SmallSet.Name, "first"), SmallSet.First[..^1]);
        Assert.Equal(DataState.Missing, store.Status(SmallSet.Name).State);
    }

    [Fact]
    public async Task A_set_is_said_to_lie_where_its_good_files_lie()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(SmallSet.Folder(), Plain());
        // As another set's files of the same names and lengths would be.
        foreach (var (name, content) in new[] { ("first", SmallSet.First), ("second", SmallSet.Second) })
            File.WriteAllBytes(_user.File(name), new byte[content.Length]);
        DataSetStatus status = await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken);
        Assert.Equal((DataState.Cached, Path.Combine(_cache.Path, SmallSet.Name)), (status.State, status.Folder));
        Assert.Equal(2, status.Damaged.Count);
        // One good file of the user, one in the cache.
        File.WriteAllBytes(_user.File("first"), SmallSet.First);
        Assert.Equal(DataState.Cached, (await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken)).State);
        File.WriteAllBytes(_user.File("second"), SmallSet.Second);
        status = await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken);
        Assert.Equal((DataState.Local, _user.Path), (status.State, status.Folder));
        Assert.Empty(status.Damaged);
    }

    [Fact]
    public async Task What_was_damaged_is_told_of_every_file()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(Plain());
        Assert.Empty((await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken)).Damaged);
        foreach (string name in new[] { "first", "second" })
            File.WriteAllBytes(Path.Combine(_cache.Path, SmallSet.Name, name), [1]);
        DataSetStatus again = await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken);
        Assert.Equal(DataState.Cached, again.State);
        Assert.Equal(["first", "second"], again.Damaged.Select(damaged => Path.GetFileName(damaged.Source)));
        Assert.All(again.Damaged, damaged => Assert.EndsWith("; removed", damaged.Reason));
        Assert.Empty((await store.GetAsync(SmallSet.Name, null, TestContext.Current.CancellationToken)).Damaged);
    }

    [Fact]
    public void A_damaged_cached_file_without_a_source_is_an_error_that_says_so()
    {
        ServePlain(SmallSet.First);
        DataStore store = Store(Plain());
        store.Read(SmallSet.Name, "first");
        string path = Path.Combine(_cache.Path, SmallSet.Name, "first");
        File.WriteAllBytes(path, SmallSet.Second);
        _server.Answers.Clear();
        var error = Assert.Throws<DataSetUnavailableException>(() => store.Read(SmallSet.Name, "first"));
        Assert.False(File.Exists(path));
        Assert.Contains(SmallSet.Hash(SmallSet.Second), error.Message);
        Assert.Contains("removed", error.Message);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("small/first")]
    [InlineData("first.gz")]
    [InlineData("first.bz2")]
    public void The_users_folder_comes_first_and_is_read_in_place(string name)
    {
        Directory.CreateDirectory(_user.File("small"));
        File.WriteAllBytes(_user.File(name), Path.GetExtension(name) switch { ".gz" => SmallSet.Zip(SmallSet.First), ".bz2" => SmallSet.Bzip(SmallSet.First), _ => SmallSet.First });
        Assert.Equal(SmallSet.First, Store(SmallSet.Folder(), Plain()).Read(SmallSet.Name, "first"));
        Assert.Empty(_server.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(_cache.Path));
    }

    [Fact]
    public void A_wrong_file_of_the_user_is_left_alone_and_named_when_nothing_else_helps()
    {
        File.WriteAllBytes(_user.File("first"), SmallSet.Second);
        DataStore store = Store(SmallSet.Folder(), Plain());
        var error = Assert.Throws<DataSetUnavailableException>(() => store.Read(SmallSet.Name, "first"));
        Assert.Contains(_user.File("first"), error.Message);
        Assert.Equal(SmallSet.Second, File.ReadAllBytes(_user.File("first")));
        ServePlain(SmallSet.First);
        Assert.Equal(SmallSet.First, store.Read(SmallSet.Name, "first"));
    }

    [Fact]
    public async Task Many_at_once_fetch_once()
    {
        ServePlain(SmallSet.First);
        object source = Plain();
        DataStore[] stores = [.. Enumerable.Range(0, 4).Select(_ => Store(source))];
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.GetAsync(SmallSet.Name))));
        Assert.Equal(2, _server.Requests.Count);
        Assert.Equal([".lock", "first", "second"], CachedNames());
    }

    [Fact]
    public void Leftovers_of_a_killed_process_are_cleared()
    {
        ServePlain(SmallSet.First);
        string folder = Path.Combine(_cache.Path, SmallSet.Name);
        Directory.CreateDirectory(Path.Combine(folder, "debian.1-2.partial", "files"));
        File.WriteAllText(Path.Combine(folder, "first.1-2.partial"), "half");
        Store(Plain()).Read(SmallSet.Name, "first");
        Assert.Equal([".lock", "first", "second"], CachedNames());
    }

    [Fact]
    public void A_cache_that_can_not_be_written_is_one_sentence()
    {
        File.WriteAllText(_cache.File("taken"), "");
        var store = new DataStore(SmallSet.Catalog(_manifest, Plain()), new DataOptions(_cache.File("taken")));
        var error = Assert.Throws<DataCacheException>(() => store.Read(SmallSet.Name, "first"));
        Assert.Contains(_cache.File("taken"), error.Message);
        Assert.Contains("LIMPID_CACHE", error.Message);
    }

    [Fact]
    public void A_failed_write_is_the_cache_s_fault_not_the_source_s()
    {
        ServePlain(SmallSet.First);
        string folder = Path.Combine(_cache.Path, SmallSet.Name);
        Directory.CreateDirectory(Path.Combine(folder, "first"));
        // A folder in the place of the finished file makes the last step fail.
        var error = Assert.Throws<DataCacheException>(() => Store(Plain(), Zipped()).Read(SmallSet.Name, "first"));
        Assert.Contains(folder, error.Message);
        Assert.Equal([".lock", "first"], CachedNames());
    }

    [Fact]
    public async Task Progress_ends_at_the_whole_and_cancelling_leaves_nothing()
    {
        ServePlain(SmallSet.First);
        var seen = new List<DataProgress>();
        DataStore store = Store(Plain());
        await store.GetAsync(SmallSet.Name, new Now(seen.Add), TestContext.Current.CancellationToken);
        Assert.Contains(new DataProgress(SmallSet.Name, _server.Address + "plain/{file}", SmallSet.First.Length, SmallSet.First.Length), seen);
        Directory.Delete(Path.Combine(_cache.Path, SmallSet.Name), recursive: true);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetAsync(SmallSet.Name, new Now(_ => stop.Cancel()), stop.Token));
        Assert.Equal([".lock"], CachedNames());
    }

    [Fact]
    public void An_unknown_set_or_file_is_named_with_the_known_ones()
    {
        DataStore store = Store(Plain());
        Assert.Contains("'mmist'; known are small", Assert.Throws<DataSetNotFoundException>(() => store.Status("mmist")).Message);
        Assert.Contains("expected one of first, second", Assert.Throws<ArgumentException>(() => store.Read(SmallSet.Name, "third")).Message);
    }

    private sealed class Now(Action<DataProgress> report) : IProgress<DataProgress>
    {
        public void Report(DataProgress value) => report(value);
    }
}
