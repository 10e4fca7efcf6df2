using System.Text.Json.Nodes;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class ClaimFileTests : IDisposable
{
    private readonly ClaimFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("number", """{"kind":"numbr","paperValue":"1"}""", "expected one of number, direction, identity")]
    [InlineData("number", """{"source":"authors","paperValue":"1"}""", "expected one of paper, authors' code, digitised, ours")]
    [InlineData("number", """{"decidedBy":"fast","paperValue":"1"}""", "expected one of quick, full, paper")]
    [InlineData("number", """{}""", "a number needs paperValue")]
    [InlineData("number", """{"paperValue":"97,5"}""", "paperValue is '97,5'")]
    [InlineData("number", """{"paperValue":"1","tolerance":1}""", "expected no tolerance")]
    [InlineData("number", """{"paperValue":"1","paperSpread":"0.1"}""", "needs paperRuns")]
    [InlineData("number", """{"paperValue":"1","source":"digitised"}""", "needs digitisingError")]
    [InlineData("number", """{"paperValue":"1","seeds":0}""", "seeds is 0")]
    [InlineData("number", """{"paperValue":"1","toleranse":1}""", "toleranse")]
    [InlineData("number", """{"paperValue":"1","sentence":" "}""", "must not be empty")]
    [InlineData("direction", """{"seeds":5,"control":"x"}""", "needs direction: greater or less")]
    [InlineData("direction", """{"direction":"greater","seeds":4,"control":"x"}""", "at least 5 paired seeds; seeds is 4")]
    [InlineData("direction", """{"direction":"greater","seeds":5}""", "needs a control")]
    [InlineData("direction", """{"direction":"up","seeds":5,"control":"x"}""", "expected one of greater, less")]
    [InlineData("direction", """{"direction":"greater","seeds":5,"control":"x","level":0.1}""", "level is 0.1")]
    [InlineData("direction", """{"direction":"greater","seeds":5,"control":"x","level":0}""", "level is 0")]
    [InlineData("identity", """{}""", "an identity needs a tolerance")]
    [InlineData("identity", """{"tolerance":-1}""", "must not be negative")]
    public void A_claim_that_no_rule_decides_is_refused(string kind, string more, string expected)
    {
        _files.Write(ClaimFixture.Claim("c", kind, more));
        string message = Assert.Throws<ClaimException>(() => _files.Load()).Message;
        Assert.Contains(expected, message);
        Assert.Contains("claims.json", message);
    }

    [Fact]
    public void A_claim_says_if_its_statistic_is_made_of_times()
    {
        _files.Write(ClaimFixture.Number(), ClaimFixture.Direction("""{"direction":"less","seeds":5,"control":"x","timed":true}"""));
        Assert.Equal([false, true], _files.Load().Claims.Select(claim => claim.Timed));
    }

    [Fact]
    public void A_missing_member_a_duplicate_and_a_foreign_notebook_are_named()
    {
        JsonObject claim = ClaimFixture.Identity();
        claim.Remove("reference");
        _files.Write(claim);
        Assert.Contains("reference", Assert.Throws<ClaimException>(() => _files.Load()).Message);
        _files.Write(ClaimFixture.Identity(), ClaimFixture.Identity());
        Assert.Contains("has the claim 'i' twice", Assert.Throws<ClaimException>(() => _files.Load()).Message);
        _files.Write(ClaimFixture.Identity());
        Assert.Contains("no claim for the notebook 'other'", Assert.Throws<ClaimException>(() => ClaimSet.Load(_files.Path, "other", RunMode.Quick)).Message);
    }

    [Fact]
    public void A_missing_file_and_broken_json_are_one_sentence()
    {
        Assert.Contains("claims.json", Assert.Throws<ClaimException>(() => _files.Load()).Message);
        File.WriteAllText(_files.Path, "[");
        Assert.Contains("claims.json", Assert.Throws<ClaimException>(() => _files.Load()).Message);
        File.WriteAllText(_files.Path, "null");
        Assert.Contains("holds null", Assert.Throws<ClaimException>(() => _files.Load()).Message);
    }
}
