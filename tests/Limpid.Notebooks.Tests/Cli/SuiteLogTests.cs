using Limpid.Cli.Commands;
using Limpid.Cli.Testing;
using Xunit;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class SuiteLogTests
{
    private const string Started = """{"$type":"test-starting","TestUniqueID":"1","TestDisplayName":"A.B"}""";
    private const string Ended = """{"$type":"test-assembly-finished","TestsTotal":1}""";

    private static SuiteResult Read(int? exitCode, params string[] lines)
    {
        var log = new SuiteLog();
        foreach (string line in lines)
            log.Read(line);
        return log.Result("Suite", exitCode, 1);
    }

    [Fact]
    public void Counts_passed_failed_and_skipped()
    {
        SuiteResult result = Read(
            1,
            Started,
            """{"$type":"test-passed","TestUniqueID":"1"}""",
            """{"$type":"test-starting","TestUniqueID":"2","TestDisplayName":"A.C"}""",
            """{"$type":"test-failed","TestUniqueID":"2","Messages":["outer","inner"],"StackTraces":["here",null]}""",
            """{"$type":"test-skipped","TestUniqueID":"3","Reason":"x"}""",
            Ended);
        Assert.Equal((1, 1), (result.Passed, result.Skipped));
        Assert.Equal(new TestFailure("A.C", "outer\ninner", "here"), Assert.Single(result.Failures));
    }

    [Fact]
    public void A_suite_that_died_is_a_failure_that_names_the_running_test()
    {
        TestFailure failure = Assert.Single(Read(134, Started, "Fatal error").Failures);
        Assert.Equal(("the suite died with exit code 134 during A.B", "Fatal error"), (failure.Message, failure.Trace));
    }

    [Fact]
    public void A_suite_without_a_test_is_a_failure() =>
        Assert.Equal("the suite ran no test", Assert.Single(Read(0, Ended).Failures).Message);

    [Fact]
    public void A_suite_that_hung_is_a_failure() =>
        Assert.Equal("the suite hung during A.B", Assert.Single(Read(null, Started).Failures).Message);

    [Fact]
    public void A_bad_exit_code_alone_is_a_failure() =>
        Assert.Equal("the suite ended with exit code 3", Assert.Single(Read(3, """{"$type":"test-passed"}""", Ended).Failures).Message);

    [Fact]
    public void A_failing_fixture_is_a_failure()
    {
        SuiteResult result = Read(1, """{"$type":"test-passed"}""", """{"$type":"test-class-cleanup-failure","Messages":["no"],"StackTraces":[]}""", Ended);
        Assert.Equal(("test class cleanup failure", "no"), (Assert.Single(result.Failures).Name, result.Failures[0].Message));
    }

    [Fact]
    public void The_last_line_sums_up()
    {
        using var output = new StringWriter();
        int code = TestCommand.Print(output, [new SuiteResult("A", 2, 1, [], 1), new SuiteResult("B", 3, 0, [new TestFailure("t", "m", "")], 1)]);
        string[] lines = output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal((1, "1 skipped", "5 passed, 1 failed"), (code, lines[^2], lines[^1]));
    }

    [Fact]
    public void Nothing_passed_is_no_success()
    {
        using var output = new StringWriter();
        Assert.Equal(1, TestCommand.Print(output, []));
    }
}
